package org.heatwatch.gdal;

/** A message raised by GDAL. */
record GdalMessage(GdalException.Severity severity, int number, String text) {
    /** GDAL's error number for an option or operation that the driver does not support. */
    static final int NOT_SUPPORTED = 6;

    boolean isFailure() {
        return severity.isFailure();
    }

    boolean isUnsupportedOption() {
        return severity == GdalException.Severity.WARNING && number == NOT_SUPPORTED;
    }
}
