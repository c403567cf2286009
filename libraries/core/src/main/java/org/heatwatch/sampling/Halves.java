package org.heatwatch.sampling;

import java.util.SplittableRandom;

/**
 * An image split at random, but always the same way, into pixels to fit and pixels to test the fit on.
 *
 * <p>No pixel is tested near the image's edge or a masked pixel, where samples hang on one side only and would decide the
 * error.
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
            second[i] = !first[i] && isSurrounded(image, i / image.columns(), i % image.columns());
        }
        return new Halves(image.masked(first), image.masked(second));
    }

    private static boolean isSurrounded(ThermalImage image, int row, int column) {
        int top = row - EDGE_PIXELS;
        int left = column - EDGE_PIXELS;
        int bottom = row + EDGE_PIXELS;
        int right = column + EDGE_PIXELS;
        if (top < 0 || left < 0 || bottom >= image.rows() || right >= image.columns()) {
            return false;
        }
        for (int r = top; r <= bottom; r++) {
            for (int c = left; c <= right; c++) {
                if (!image.isValid(r * image.columns() + c)) {
                    return false;
                }
            }
        }
        return true;
    }
}
