package org.heatwatch.sampling;

import java.util.Arrays;
import org.heatwatch.estimation.linear.BandedCholesky;

/**
 * Model of the resampling from samples to pixels in ground processing, with its derivatives.
 *
 * <p>Cubic convolution of four samples along track (Keys 1981, a = -0.5) yields six values at the pixel's position
 * along track; Akima's interpolation (Akima 1970) between the middle two yields the pixel. Akima's slopes depend on the
 * samples, so the derivatives hold for the samples at which they were computed. The derivatives of one pixel by its 24
 * samples are the products of six weights across track and four along track.
 */
final class ForwardModel {
    private static final int ROWS = SampleLayout.KERNEL_ROWS;
    private static final int COLUMNS = SampleLayout.KERNEL_COLUMNS;

    /**
     * Smooths the kink of Akima's weights, in counts (2 are 0.005 K). With the kink the fit stalls; where differences
     * are that small, smoothing changes a pixel by less than its quantisation.
     */
    static final double SMOOTHING = 2;

    /** Smallest sum of squared derivatives of a sample that pixels determine. */
    private static final double DETERMINED = 1e-2;

    private final PixelIndices pixels;
    private final SampleLayout layout;
    private final boolean akima;
    private double smoothing = SMOOTHING;
    private final int[] start;
    private final double[] keys;
    private final double[] keysSlope;
    private final double[] acrossFraction;
    private final double[] value;
    private final double[] acrossWeight;
    private final double[] byAcross;
    private final double[] byAlong;

    ForwardModel(PixelIndices pixels, SampleLayout layout, boolean akima) {
        int count = pixels.count();
        this.pixels = pixels;
        this.layout = layout;
        this.akima = akima;
        start = new int[count * ROWS];
        keys = new double[count * ROWS];
        keysSlope = new double[count * ROWS];
        acrossFraction = new double[count];
        value = new double[count];
        acrossWeight = new double[count * COLUMNS];
        byAcross = new double[count];
        byAlong = new double[count];
    }

    /** Smooths the kink of Akima's weights over this many counts from now on. */
    void smooth(double counts) {
        smoothing = counts;
    }

    /**
     * Computes the positions of the pixels on a grid.
     *
     * @return false if the layout lacks samples that this grid needs
     */
    boolean place(SamplingGrid grid) {
        pixels.place(grid);
        for (int n = 0; n < pixels.count(); n++) {
            int column = (int) Math.floor(pixels.across(n));
            int row = (int) Math.floor(pixels.along(n));
            acrossFraction[n] = pixels.across(n) - column;
            double along = pixels.along(n) - row;
            for (int b = 0; b < ROWS; b++) {
                int from = layout.kernelStart(column - 2, row - 1 + b);
                if (from < 0) {
                    return false;
                }
                start[n * ROWS + b] = from;
            }
            keysWeights(along, n * ROWS);
        }
        return true;
    }

    private void keysWeights(double e, int at) {
        keys[at] = ((-0.5 * e + 1) * e - 0.5) * e;
        keys[at + 1] = (1.5 * e - 2.5) * e * e + 1;
        keys[at + 2] = ((-1.5 * e + 2) * e + 0.5) * e;
        keys[at + 3] = (0.5 * e - 0.5) * e * e;
        keysSlope[at] = (-1.5 * e + 2) * e - 0.5;
        keysSlope[at + 1] = (4.5 * e - 5) * e;
        keysSlope[at + 2] = (-4.5 * e + 4) * e + 0.5;
        keysSlope[at + 3] = (1.5 * e - 1) * e;
    }

    /** Computes all pixels and their derivatives from the samples. */
    void evaluate(double[] samples) {
        double[] h = new double[COLUMNS];
        double[] slope = new double[COLUMNS];
        double[] tangents = new double[10];
        for (int n = 0; n < pixels.count(); n++) {
            int at = n * ROWS;
            int s0 = start[at];
            int s1 = start[at + 1];
            int s2 = start[at + 2];
            int s3 = start[at + 3];
            for (int k = 0; k < COLUMNS; k++) {
                h[k] = keys[at] * samples[s0 + k]
                        + keys[at + 1] * samples[s1 + k]
                        + keys[at + 2] * samples[s2 + k]
                        + keys[at + 3] * samples[s3 + k];
                slope[k] = keysSlope[at] * samples[s0 + k]
                        + keysSlope[at + 1] * samples[s1 + k]
                        + keysSlope[at + 2] * samples[s2 + k]
                        + keysSlope[at + 3] * samples[s3 + k];
            }
            interpolate(n, h, slope, tangents);
        }
    }

    private void interpolate(int n, double[] h, double[] slope, double[] tangents) {
        double f = acrossFraction[n];
        double h00 = (2 * f - 3) * f * f + 1;
        double h01 = (3 - 2 * f) * f * f;
        double h10 = ((f - 2) * f + 1) * f;
        double h11 = (f - 1) * f * f;
        tangent(h, 0, tangents, 0);
        tangent(h, 1, tangents, 5);
        double t0 = tangents[0];
        double t1 = tangents[5];
        value[n] = h00 * h[2] + h01 * h[3] + h10 * t0 + h11 * t1;
        byAcross[n] = 6 * f * (f - 1) * (h[2] - h[3]) + ((3 * f - 4) * f + 1) * t0 + (3 * f - 2) * f * t1;
        int at = n * COLUMNS;
        for (int k = 0; k < COLUMNS; k++) {
            acrossWeight[at + k] = 0;
        }
        acrossWeight[at + 2] = h00;
        acrossWeight[at + 3] = h01;
        for (int m = 0; m < 4; m++) {
            double left = h10 * tangents[1 + m];
            double right = h11 * tangents[6 + m];
            acrossWeight[at + m] -= left;
            acrossWeight[at + m + 1] += left - right;
            acrossWeight[at + m + 2] += right;
        }
        double along = 0;
        for (int k = 0; k < COLUMNS; k++) {
            along += acrossWeight[at + k] * slope[k];
        }
        byAlong[n] = along;
    }

    /** Slope at the third of five values starting at {@code first}, then its derivatives by their four differences. */
    private void tangent(double[] h, int first, double[] out, int at) {
        double m0 = h[first + 1] - h[first];
        double m1 = h[first + 2] - h[first + 1];
        double m2 = h[first + 3] - h[first + 2];
        double m3 = h[first + 4] - h[first + 3];
        if (!akima) {
            out[at] = 0.5 * (m1 + m2);
            out[at + 1] = 0;
            out[at + 2] = 0.5;
            out[at + 3] = 0.5;
            out[at + 4] = 0;
            return;
        }
        double a = Math.sqrt((m3 - m2) * (m3 - m2) + smoothing * smoothing);
        double b = Math.sqrt((m1 - m0) * (m1 - m0) + smoothing * smoothing);
        double perWeight = 1 / (a + b);
        double t = (a * m1 + b * m2) * perWeight;
        double byA = (m1 - t) * perWeight * (m3 - m2) / a;
        double byB = (m2 - t) * perWeight * (m1 - m0) / b;
        out[at] = t;
        out[at + 1] = -byB;
        out[at + 2] = a * perWeight + byB;
        out[at + 3] = b * perWeight - byA;
        out[at + 4] = byA;
    }

    int count() {
        return pixels.count();
    }

    double value(int n) {
        return value[n];
    }

    double byAcross(int n) {
        return byAcross[n];
    }

    double byAlong(int n) {
        return byAlong[n];
    }

    /** Adds the normal matrix: the products of the derivatives of each pixel by all pairs of its samples. */
    void addNormal(BandedCholesky matrix) {
        double[] entries = matrix.entries();
        double[] weight = new double[COLUMNS];
        int stride = matrix.index(1, 0) - matrix.index(0, 0);
        for (int n = 0; n < count(); n++) {
            System.arraycopy(acrossWeight, n * COLUMNS, weight, 0, COLUMNS);
            for (int b = 0; b < ROWS; b++) {
                int from = start[n * ROWS + b];
                double key = keys[n * ROWS + b];
                int at = matrix.index(from, from);
                for (int k = 0; k < COLUMNS; k++, at += stride) {
                    double product = key * key * weight[k];
                    for (int l = k; l < COLUMNS; l++) {
                        entries[at + l] += product * weight[l];
                    }
                }
                for (int other = b + 1; other < ROWS; other++) {
                    double both = key * keys[n * ROWS + other];
                    at = matrix.index(from, start[n * ROWS + other]);
                    for (int k = 0; k < COLUMNS; k++, at += stride) {
                        addSix(entries, at, both * weight[k], weight);
                    }
                }
            }
        }
    }

    /** Unrolled by hand: the innermost operation of the recovery. */
    private static void addSix(double[] entries, int at, double product, double[] weight) {
        entries[at] += product * weight[0];
        entries[at + 1] += product * weight[1];
        entries[at + 2] += product * weight[2];
        entries[at + 3] += product * weight[3];
        entries[at + 4] += product * weight[4];
        entries[at + 5] += product * weight[5];
    }

    /** Number of samples that are determined by pixels. */
    int determined() {
        double[] information = new double[layout.count()];
        for (int n = 0; n < count(); n++) {
            for (int b = 0; b < ROWS; b++) {
                for (int k = 0; k < COLUMNS; k++) {
                    double weight = keys[n * ROWS + b] * acrossWeight[n * COLUMNS + k];
                    information[start[n * ROWS + b] + k] += weight * weight;
                }
            }
        }
        return (int) Arrays.stream(information).filter(i -> i > DETERMINED).count();
    }

    /** Adds the product of the transposed derivative matrix and a vector of one value per pixel. */
    void addTransposed(double[] perPixel, double[] perSample) {
        for (int n = 0; n < count(); n++) {
            double x = perPixel[n];
            int at = n * COLUMNS;
            for (int b = 0; b < ROWS; b++) {
                double scaled = keys[n * ROWS + b] * x;
                int from = start[n * ROWS + b];
                for (int k = 0; k < COLUMNS; k++) {
                    perSample[from + k] += scaled * acrossWeight[at + k];
                }
            }
        }
    }

    /** Product of the derivative matrix and a vector of one value per sample. */
    double[] multiply(double[] perSample) {
        double[] perPixel = new double[count()];
        for (int n = 0; n < perPixel.length; n++) {
            int at = n * COLUMNS;
            for (int b = 0; b < ROWS; b++) {
                int from = start[n * ROWS + b];
                double sum = 0;
                for (int k = 0; k < COLUMNS; k++) {
                    sum += acrossWeight[at + k] * perSample[from + k];
                }
                perPixel[n] += keys[n * ROWS + b] * sum;
            }
        }
        return perPixel;
    }
}
