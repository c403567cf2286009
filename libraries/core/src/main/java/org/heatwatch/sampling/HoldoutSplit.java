package org.heatwatch.sampling;

import java.util.SplittableRandom;

/**
 * Split of an image into training and holdout pixels, pseudo-random with a fixed seed.
 *
 * <p>Pixels near the edge of the image or near a masked pixel are not holdout pixels: samples there are determined from
 * one side only and would dominate the error.
 *
 * @param training the image with only the training pixels valid
 * @param holdout the image with only the holdout pixels valid
 */
record HoldoutSplit(ThermalImage training, ThermalImage holdout) {
    private static final int EDGE_PIXELS = 4;
    private static final long SEED = 20130211;

    static HoldoutSplit of(ThermalImage image) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean[] training = new boolean[image.size()];
        boolean[] holdout = new boolean[image.size()];
        for (int i = 0; i < training.length; i++) {
            training[i] = random.nextBoolean();
            holdout[i] = !training[i] && isSurrounded(image, i / image.columns(), i % image.columns());
        }
        return new HoldoutSplit(image.masked(training), image.masked(holdout));
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
