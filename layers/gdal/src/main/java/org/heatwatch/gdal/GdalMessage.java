package org.heatwatch.gdal;

/** One message GDAL raised. */
record GdalMessage(GdalException.Severity severity, int number, String text) {
    /** GDAL's number for "the driver does not know this option or cannot do this". */
    static final int NOT_SUPPORTED = 6;

    boolean isFailure() {
        return severity.isFailure();
    }

    boolean isUnsupportedOption() {
        return severity == GdalException.Severity.WARNING && number == NOT_SUPPORTED;
    }
}
