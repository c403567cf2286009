package org.heatwatch.sampling;

import java.util.SplittableRandom;

/** An image split at random, but always the same way, into pixels to fit and pixels to test the fit on. */
record Halves(ThermalImage fitted, ThermalImage heldOut) {
    private static final long SEED = 20130211;

    static Halves of(ThermalImage image) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean[] first = new boolean[image.size()];
        boolean[] second = new boolean[image.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = random.nextBoolean();
            second[i] = !first[i];
        }
        return new Halves(image.masked(first), image.masked(second));
    }
}
