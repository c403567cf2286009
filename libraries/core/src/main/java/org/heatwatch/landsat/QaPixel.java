package org.heatwatch.landsat;

/**
 * Reads the bits of a QA_PIXEL value, an unsigned 16-bit number.
 *
 * <p>Do not compare whole values: the confidence bits depend on the version of the processing. Source: USGS LSDS-1822,
 * Landsat 8-9 Collection 2 Level 1 Data Format Control Book.
 */
public final class QaPixel {
    /** Value of a pixel without data. */
    public static final int FILL = 1;

    private static final int DILATED_CLOUD = 1 << 1;
    private static final int CIRRUS = 1 << 2;
    private static final int CLOUD = 1 << 3;
    private static final int CLOUD_SHADOW = 1 << 4;
    private static final int SNOW = 1 << 5;
    private static final int REJECTED = FILL | DILATED_CLOUD | CIRRUS | CLOUD | CLOUD_SHADOW;

    private QaPixel() {}

    /** Whether the ground is visible: no fill, dilated cloud, cirrus, cloud or cloud shadow. Snow is usable. */
    public static boolean isUsable(int value) {
        return (value & REJECTED) == 0;
    }

    /** Whether the pixel has no data. */
    public static boolean isFill(int value) {
        return (value & FILL) != 0;
    }

    /** Whether the pixel is snow. */
    public static boolean isSnow(int value) {
        return (value & SNOW) != 0;
    }
}
