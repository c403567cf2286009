package org.heatwatch.simulator;

/**
 * Interpolation from native samples to the 30 m pixels of the product: cubic convolution along track (Keys 1981,
 * a = -0.5), and across track either Akima's interpolation (Akima 1970), as in real products, or cubic convolution.
 */
public enum ResamplingMethod {
    KEYS_ALONG_AKIMA_ACROSS,
    KEYS_BOTH_WAYS;

    private static final int ACROSS = 6;
    private static final int ALONG = 4;

    /** Radiances at the pixel centres of a window, row by row, in the unit of the samples. */
    public double[] pixels(SimulatedSamples samples, SceneGrid scene, PixelWindow window) {
        NativeGrid grid = samples.grid();
        double[] pixels = new double[window.pixels()];
        double[] weight = new double[ALONG];
        double[] column = new double[ACROSS];
        for (int row = 0, n = 0; row < window.rows(); row++) {
            double north = scene.north(window.row() + row);
            for (int col = 0; col < window.columns(); col++, n++) {
                double east = scene.east(window.column() + col);
                double u = grid.across(east, north);
                double v = grid.along(east, north);
                int i = (int) Math.floor(u);
                int j = (int) Math.floor(v);
                keysWeights(v - j, weight);
                samples.blend(i - 2, j - 1, weight, column);
                pixels[n] = interpolate(column, u - i);
            }
        }
        return pixels;
    }

    /** The value at {@code f} (0..1) between the third and the fourth of six values. */
    double interpolate(double[] six, double f) {
        return switch (this) {
            case KEYS_ALONG_AKIMA_ACROSS -> akima(six, f);
            case KEYS_BOTH_WAYS -> {
                double[] w = new double[ALONG];
                keysWeights(f, w);
                yield w[0] * six[1] + w[1] * six[2] + w[2] * six[3] + w[3] * six[4];
            }
        };
    }

    /** Weights of the samples at -1, 0, 1 and 2 for a position f (0..1) after the second. */
    static void keysWeights(double f, double[] weight) {
        double f2 = f * f;
        double f3 = f2 * f;
        weight[0] = -0.5 * f3 + f2 - 0.5 * f;
        weight[1] = 1.5 * f3 - 2.5 * f2 + 1;
        weight[2] = -1.5 * f3 + 2 * f2 + 0.5 * f;
        weight[3] = 0.5 * f3 - 0.5 * f2;
    }

    private static double akima(double[] y, double f) {
        double m0 = y[1] - y[0];
        double m1 = y[2] - y[1];
        double m2 = y[3] - y[2];
        double m3 = y[4] - y[3];
        double m4 = y[5] - y[4];
        double left = slope(m0, m1, m2, m3);
        double right = slope(m1, m2, m3, m4);
        double c2 = 3 * m2 - 2 * left - right;
        double c3 = left + right - 2 * m2;
        return y[2] + f * (left + f * (c2 + f * c3));
    }

    /** Akima's slope between the differences m1 and m2; their mean where both weights vanish. */
    private static double slope(double m0, double m1, double m2, double m3) {
        double before = Math.abs(m3 - m2);
        double after = Math.abs(m1 - m0);
        double sum = before + after;
        return sum > 0 ? (before * m1 + after * m2) / sum : 0.5 * (m1 + m2);
    }
}
