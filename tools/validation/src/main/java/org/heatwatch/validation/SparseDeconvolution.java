package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heatwatch.simulator.SceneGrid;

/**
 * Sparse non-negative deconvolution of the difference of mean images by the Gaussian point spread: the image of least
 * squared residuals plus a penalty proportional to its sum (accelerated proximal gradients, Beck and Teboulle 2009).
 * Neighbouring pixels form a place; the amplitudes of all places are then fitted without the penalty.
 */
final class SparseDeconvolution {
    private static final int ITERATIONS = 400;

    /**
     * Penalty in robust standard deviations of the difference after a matched filter; with a higher one, fewer
     * buildings are found.
     */
    private static final double PENALTY = 0.1;

    private static final int REACH = 2;
    private static final int BORDER = 8;
    private static final double LEAST_Z = 1;

    private SparseDeconvolution() {}

    static PlaceSequence find(PixelSeries series) {
        double[] difference = SmoothDetrending.of(series.difference());
        double[] spread = spread();
        double[] filtered = convolved(difference, spread);
        double deviation = PixelSeries.robustDeviation(filtered);
        double[] sparse = deconvolved(filtered, spread, PENALTY * deviation);
        return PlaceSequence.ofIndependent(places(series, sparse, difference, deviation));
    }

    /** Transfer function of the point spread, which is real and positive. */
    private static double[] spread() {
        double[] profile = SpreadGaussian.profile(PixelSeries.SIDE / 2.0);
        double[][] transformed = PixelTransform.transformOfProfile(profile);
        double[] spread = new double[PixelSeries.PIXELS];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = amount(transformed, i % PixelSeries.SIDE) * amount(transformed, i / PixelSeries.SIDE);
        }
        return spread;
    }

    private static double amount(double[][] transformed, int index) {
        return Math.hypot(transformed[0][index], transformed[1][index]);
    }

    private static double[] convolved(double[] image, double[] transfer) {
        PixelTransform plane = PixelTransform.transformOf(image);
        for (int i = 0; i < transfer.length; i++) {
            plane.real()[i] *= transfer[i];
            plane.imaginary()[i] *= transfer[i];
        }
        return plane.inverse();
    }

    /** @param filtered the image convolved with the spread, the constant part of the gradient */
    private static double[] deconvolved(double[] filtered, double[] spread, double penalty) {
        double[] twice = new double[spread.length];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = spread[i] * spread[i];
        }
        double[] now = new double[filtered.length];
        double[] ahead = now;
        double momentum = 1;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] model = convolved(ahead, twice);
            double[] next = new double[now.length];
            // The largest value of the squared transfer function is 1, so that a step of 1 converges.
            for (int i = 0; i < next.length; i++) {
                next[i] = Math.max(0, ahead[i] + filtered[i] - model[i] - penalty);
            }
            double nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            double factor = (momentum - 1) / nextMomentum;
            ahead = new double[now.length];
            for (int i = 0; i < ahead.length; i++) {
                ahead[i] = next[i] + factor * (next[i] - now[i]);
            }
            now = next;
            momentum = nextMomentum;
        }
        return now;
    }

    private static List<FoundPlace> places(PixelSeries series, double[] sparse, double[] difference, double deviation) {
        List<double[]> centres = new ArrayList<>();
        for (int pixel : DifferencePeaks.maxima(sparse, REACH, BORDER)) {
            if (sparse[pixel] > 0) {
                centres.add(centre(sparse, pixel));
            }
        }
        double[] amplitudes = amplitudes(centres, difference);
        // The filtered image of a source has this height per unit of amplitude.
        double height = SpreadGaussian.PEAK / 2;
        double squareMetres = SceneGrid.PIXEL_METRES * SceneGrid.PIXEL_METRES;
        List<FoundPlace> places = new ArrayList<>();
        for (int i = 0; i < amplitudes.length; i++) {
            double z = amplitudes[i] * height / deviation;
            if (z > LEAST_Z) {
                places.add(series.place(
                        centres.get(i)[0],
                        centres.get(i)[1],
                        z,
                        squareMetres * amplitudes[i],
                        squareMetres * deviation / height));
            }
        }
        return places;
    }

    /** Centre of mass {column, row} around a pixel. */
    private static double[] centre(double[] sparse, int pixel) {
        double sum = 0;
        double across = 0;
        double down = 0;
        for (int y = -REACH; y <= REACH; y++) {
            for (int x = -REACH; x <= REACH; x++) {
                double value = sparse[pixel + y * PixelSeries.SIDE + x];
                sum += value;
                across += value * x;
                down += value * y;
            }
        }
        return new double[] {
            pixel % PixelSeries.SIDE + across / sum, Math.floorDiv(pixel, PixelSeries.SIDE) + down / sum
        };
    }

    private static double[] amplitudes(List<double[]> centres, double[] difference) {
        double[] flat = new double[PixelSeries.PIXELS];
        Arrays.fill(flat, 1);
        WhitenedImages images = new WhitenedImages(flat);
        PixelSourceFit fit = new PixelSourceFit(images, images.column(difference));
        return fit.amplitudesAt(centres);
    }
}
