package org.heatwatch.story;

import java.util.random.RandomGenerator;

/**
 * How often a season brings which sky.
 *
 * @param clear share of the passes, as the next three; together they are 1
 * @param snow share of the passes with snow on the ground, 0 to 1
 */
record SkyShares(double clear, double partly, double overcast, double missing, double snow) {
    private static final double ROUNDING = 1e-6;

    /** Whether the shares of the skies make a whole. */
    boolean areWhole() {
        return Math.abs(clear + partly + overcast + missing - 1) < ROUNDING;
    }

    Sky draw(RandomGenerator random) {
        double drawn = random.nextDouble();
        if (drawn < clear) {
            return Sky.CLEAR;
        }
        if (drawn < clear + partly) {
            return Sky.PARTLY;
        }
        return drawn < clear + partly + overcast ? Sky.OVERCAST : Sky.MISSING;
    }
}
