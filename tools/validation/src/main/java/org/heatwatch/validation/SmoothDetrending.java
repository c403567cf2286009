package org.heatwatch.validation;

/**
 * Removes the smooth part of an image: its convolution with a Gaussian of {@value #DEVIATION} pixels, mirrored at the
 * edges.
 */
final class SmoothDetrending {
    private static final double DEVIATION = 12;
    private static final int RADIUS = 48;
    private static final double[] KERNEL = kernel();

    private SmoothDetrending() {}

    private static double[] kernel() {
        double[] kernel = new double[2 * RADIUS + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double distance = (i - RADIUS) / DEVIATION;
            kernel[i] = Math.exp(-distance * distance / 2);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /** The image without its smooth part. */
    static double[] of(double[] image) {
        int side = PixelSeries.SIDE;
        double[] smooth = new double[image.length];
        double[] line = new double[side];
        for (int row = 0; row < side; row++) {
            System.arraycopy(image, row * side, line, 0, side);
            System.arraycopy(smooth(line), 0, smooth, row * side, side);
        }
        double[] detrended = image.clone();
        for (int column = 0; column < side; column++) {
            for (int row = 0; row < side; row++) {
                line[row] = smooth[row * side + column];
            }
            double[] smoothed = smooth(line);
            for (int row = 0; row < side; row++) {
                detrended[row * side + column] -= smoothed[row];
            }
        }
        return detrended;
    }

    /** The smooth part of a profile of {@link PixelSeries#SIDE} values. */
    static double[] smooth(double[] profile) {
        int side = profile.length;
        double[] smooth = new double[side];
        for (int i = 0; i < side; i++) {
            double sum = 0;
            for (int k = -RADIUS; k <= RADIUS; k++) {
                int at = i + k;
                int mirrored = at < 0 ? -1 - at : at >= side ? 2 * side - 1 - at : at;
                sum += KERNEL[k + RADIUS] * profile[mirrored];
            }
            smooth[i] = sum;
        }
        return smooth;
    }
}
