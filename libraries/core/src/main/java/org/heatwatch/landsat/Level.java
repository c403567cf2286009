package org.heatwatch.landsat;

/**
 * Processing level and correction of a product, from the least to the most useful to us; the order is the one
 * {@link ProductRank} compares by.
 */
public enum Level {
    /** Surface reflectance only: no thermal file at all. */
    L2SR(2),
    /** Systematic geometry only. */
    L1GS(1),
    /** Systematic geometry with terrain, without ground control. */
    L1GT(1),
    /** Precision and terrain corrected. */
    L1TP(1),
    /** Surface reflectance and surface temperature. */
    L2SP(2);

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /** 1 or 2, as in the bucket's {@code level-1} and {@code level-2}. */
    public int number() {
        return number;
    }
}
