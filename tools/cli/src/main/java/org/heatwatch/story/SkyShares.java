package org.heatwatch.story;

import java.util.random.RandomGenerator;

/**
 * Frequencies of cloud cover in a season.
 *
 * @param clear share of the passes; this and the next three add up to 1
 * @param snow share of the passes with snow on the ground, 0 to 1
 */
record SkyShares(double clear, double partly, double overcast, double missing, double snow) {
    private static final double ROUNDING = 1e-6;

    /** Whether the shares add up to 1. */
    boolean addUp() {
        return Math.abs(clear + partly + overcast + missing - 1) < ROUNDING;
    }

    /** Draws a sky. */
    SkyCover draw(RandomGenerator random) {
        double drawn = random.nextDouble();
        if (drawn < clear) {
            return SkyCover.CLEAR;
        }
        if (drawn < clear + partly) {
            return SkyCover.PARTLY;
        }
        return drawn < clear + partly + overcast ? SkyCover.OVERCAST : SkyCover.MISSING;
    }
}
