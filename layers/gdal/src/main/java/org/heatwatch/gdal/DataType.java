package org.heatwatch.gdal;

/** Type of pixels. */
public enum DataType {
    BYTE(1, 0, 255),
    INT8(14, Byte.MIN_VALUE, Byte.MAX_VALUE),
    UINT16(2, 0, 65_535),
    INT16(3, Short.MIN_VALUE, Short.MAX_VALUE),
    UINT32(4, 0, 4_294_967_295L),
    INT32(5, Integer.MIN_VALUE, Integer.MAX_VALUE),
    FLOAT32(6, -Float.MAX_VALUE, Float.MAX_VALUE),
    FLOAT64(7, -Double.MAX_VALUE, Double.MAX_VALUE);

    private final int code;
    private final double least;
    private final double greatest;

    DataType(int code, double least, double greatest) {
        this.code = code;
        this.least = least;
        this.greatest = greatest;
    }

    static DataType of(int code) {
        for (DataType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw GdalException.of("GDAL data type " + code + " is not supported", null);
    }

    /** GDAL's code of the type. */
    int code() {
        return code;
    }

    /** Whether pixels are integers. */
    public boolean isInteger() {
        return this != FLOAT32 && this != FLOAT64;
    }

    /** Whether a pixel can have this value; floating-point pixels can have any value, rounded, and NaN. */
    public boolean holds(double value) {
        return isInteger() ? value >= least && value <= greatest && value == Math.rint(value) : true;
    }

    /** Whether every pixel fits into an int. */
    boolean fitsInt() {
        return isInteger() && this != UINT32;
    }
}
