package org.heatwatch.landsat;

/**
 * The bits of a QA_PIXEL value, an unsigned 16-bit number.
 *
 * <p>Do not compare a whole value: how the confidence bits are set depends on the age of the processing. Source: USGS
 * LSDS-1822, Landsat 8-9 Collection 2 Level 1 Data Format Control Book.
 */
public final class QaPixel {

    private static final int FILL = 1;
    private static final int DILATED_CLOUD = 1 << 1;
    private static final int CIRRUS = 1 << 2;
    private static final int CLOUD = 1 << 3;
    private static final int CLOUD_SHADOW = 1 << 4;
    private static final int SNOW = 1 << 5;
    private static final int CLEAR = 1 << 6;
    private static final int WATER = 1 << 7;
    private static final int REJECTED = FILL | DILATED_CLOUD | CIRRUS | CLOUD | CLOUD_SHADOW;

    private QaPixel() {}

    /** Whether the ground was seen: none of fill, dilated cloud, cirrus, cloud and cloud shadow. Snow is usable. */
    public static boolean isUsable(int value) {
        return (value & REJECTED) == 0;
    }

    public static boolean isFill(int value) {
        return (value & FILL) != 0;
    }

    public static boolean isDilatedCloud(int value) {
        return (value & DILATED_CLOUD) != 0;
    }

    public static boolean isCirrus(int value) {
        return (value & CIRRUS) != 0;
    }

    public static boolean isCloud(int value) {
        return (value & CLOUD) != 0;
    }

    public static boolean isCloudShadow(int value) {
        return (value & CLOUD_SHADOW) != 0;
    }

    public static boolean isSnow(int value) {
        return (value & SNOW) != 0;
    }

    /** Whether cloud and dilated cloud are unset in the producer's own judgement; {@link #isUsable} is stricter. */
    public static boolean isClear(int value) {
        return (value & CLEAR) != 0;
    }

    public static boolean isWater(int value) {
        return (value & WATER) != 0;
    }

    public static Confidence cloudConfidence(int value) {
        return confidence(value, 8);
    }

    public static Confidence shadowConfidence(int value) {
        return confidence(value, 10);
    }

    public static Confidence snowConfidence(int value) {
        return confidence(value, 12);
    }

    public static Confidence cirrusConfidence(int value) {
        return confidence(value, 14);
    }

    /** How sure the producer's classification is. */
    public enum Confidence {
        NONE,
        LOW,
        MEDIUM,
        HIGH
    }

    private static Confidence confidence(int value, int lowestBit) {
        return switch ((value >> lowestBit) & 0b11) {
            case 0 -> Confidence.NONE;
            case 1 -> Confidence.LOW;
            case 2 -> Confidence.MEDIUM;
            default -> Confidence.HIGH;
        };
    }
}
