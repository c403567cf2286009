package org.heatwatch.sampling;

import java.util.SplittableRandom;

/**
 * An image split at random, but always the same way, into pixels to fit and pixels to test the fit on.
 *
 * <p>No pixel is tested near the image's edge, where samples hang on one side only and would decide the error.
 */
record Halves(ThermalImage fitted, ThermalImage heldOut) {
    private static final int EDGE_PIXELS = 4;
    private static final long SEED = 20130211;

    static Halves of(ThermalImage image) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean[] first = new boolean[image.size()];
        boolean[] second = new boolean[image.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = random.nextBoolean();
            int column = i % image.columns();
            int row = i / image.columns();
            int edge = Math.min(Math.min(column, image.columns() - 1 - column), Math.min(row, image.rows() - 1 - row));
            second[i] = !first[i] && edge >= EDGE_PIXELS;
        }
        return new Halves(image.masked(first), image.masked(second));
    }
}
