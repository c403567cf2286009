package org.heatwatch.landsat;

/**
 * Processing level and correction of a product, in ascending order of usefulness for this project, by which
 * {@link ProductRank} compares.
 */
public enum Level {
    /** Surface reflectance only, without a thermal band. */
    L2SR(2),
    /** Systematic correction only. */
    L1GS(1),
    /** Systematic and terrain correction, without ground control points. */
    L1GT(1),
    /** Precision and terrain corrected. */
    L1TP(1),
    /** Surface reflectance and surface temperature. */
    L2SP(2);

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /** 1 or 2, as in the prefixes {@code level-1} and {@code level-2} of the bucket. */
    public int number() {
        return number;
    }
}
