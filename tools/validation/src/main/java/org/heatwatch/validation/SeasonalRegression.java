package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Weighted regression of each pixel on a constant, the season and whether a scene is recent. */
final class SeasonalRegression {
    private static final int COLUMNS = 3;

    /** Contrasts, and with them the variance of residuals, are higher in summer. */
    private static final double SEASONAL_CONTRAST = 0.5;

    /** Images with a smaller clear fraction do not contribute to the spectrum. */
    private static final double LEAST_CLEAR = 0.97;

    private static final int RINGS = 36;
    private static final double RING_WIDTH = 0.02;
    private static final double LEAST_POWER = 1e-4;

    private final double[] composite;
    private final double[] power;

    private SeasonalRegression(double[] composite, double[] power) {
        this.composite = composite;
        this.power = power;
    }

    /** Increase of the recent scenes in kelvin, without its smooth part. */
    double[] composite() {
        return composite.clone();
    }

    /** Power spectrum of the noise of the composite, estimated from the residuals; row by row of frequencies. */
    double[] power() {
        return power.clone();
    }

    static SeasonalRegression of(PixelSeries series) {
        List<PixelSeries.Image> images = series.images();
        double[][] coefficients = new double[PixelSeries.PIXELS][];
        for (int pixel = 0; pixel < PixelSeries.PIXELS; pixel++) {
            coefficients[pixel] = fit(images, pixel);
        }
        double[] composite = new double[PixelSeries.PIXELS];
        for (int pixel = 0; pixel < composite.length; pixel++) {
            composite[pixel] = coefficients[pixel][COLUMNS - 1];
        }
        double median = PixelSeries.median(composite);
        for (int pixel = 0; pixel < composite.length; pixel++) {
            composite[pixel] -= median;
        }
        return new SeasonalRegression(SmoothDetrending.of(composite), power(images, coefficients));
    }

    private static double[] row(PixelSeries.Image image) {
        return new double[] {1, image.season(), image.isRecent() ? 1 : 0};
    }

    private static double weight(PixelSeries.Image image) {
        double contrast = 1 + SEASONAL_CONTRAST * image.season();
        return 1 / (contrast * contrast);
    }

    private static double[] fit(List<PixelSeries.Image> images, int pixel) {
        DMatrixRMaj normal = new DMatrixRMaj(COLUMNS, COLUMNS);
        DMatrixRMaj right = new DMatrixRMaj(COLUMNS, 1);
        for (PixelSeries.Image image : images) {
            double value = image.kelvin(pixel);
            if (!Double.isNaN(value)) {
                add(row(image), weight(image), value, normal, right);
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(COLUMNS, 1);
        return CommonOps_DDRM.solve(normal, right, solution) ? solution.data : new double[COLUMNS];
    }

    private static void add(double[] row, double weight, double value, DMatrixRMaj normal, DMatrixRMaj right) {
        for (int i = 0; i < COLUMNS; i++) {
            right.add(i, 0, weight * row[i] * value);
            for (int j = 0; j < COLUMNS; j++) {
                normal.add(i, j, weight * row[i] * row[j]);
            }
        }
    }

    private static double[] power(List<PixelSeries.Image> images, double[][] coefficients) {
        List<PixelSeries.Image> whole = images.stream()
                .filter(image -> image.clearFraction() > LEAST_CLEAR)
                .toList();
        List<double[]> spectra = new ArrayList<>(whole.parallelStream()
                .map(image -> spectrum(image, coefficients))
                .toList());
        double[] power = new double[PixelSeries.PIXELS];
        double scale = variancePerWeight(images)
                * images.size()
                / (images.size() - COLUMNS)
                / (whole.size() * sumOfSquaredTaper());
        for (double[] spectrum : spectra) {
            for (int i = 0; i < power.length; i++) {
                power[i] += scale * spectrum[i];
            }
        }
        return ringMeans(power);
    }

    /** Variance of the last coefficient for residuals of unit variance at unit weight. */
    private static double variancePerWeight(List<PixelSeries.Image> images) {
        DMatrixRMaj normal = new DMatrixRMaj(COLUMNS, COLUMNS);
        for (PixelSeries.Image image : images) {
            add(row(image), weight(image), /* value= */ 0, normal, new DMatrixRMaj(COLUMNS, 1));
        }
        CommonOps_DDRM.invert(normal);
        return normal.get(COLUMNS - 1, COLUMNS - 1);
    }

    private static double[] spectrum(PixelSeries.Image image, double[][] coefficients) {
        double[] row = row(image);
        double[] residual = new double[PixelSeries.PIXELS];
        for (int pixel = 0; pixel < residual.length; pixel++) {
            double value = image.kelvin(pixel);
            if (!Double.isNaN(value)) {
                residual[pixel] = value;
                for (int i = 0; i < COLUMNS; i++) {
                    residual[pixel] -= row[i] * coefficients[pixel][i];
                }
            }
        }
        double[] tapered = SmoothDetrending.of(residual);
        for (int pixel = 0; pixel < tapered.length; pixel++) {
            tapered[pixel] *= taper(pixel % PixelSeries.SIDE) * taper(pixel / PixelSeries.SIDE);
        }
        PixelTransform plane = PixelTransform.transformOf(tapered);
        double[] spectrum = new double[PixelSeries.PIXELS];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] =
                    weight(image) * (plane.real()[i] * plane.real()[i] + plane.imaginary()[i] * plane.imaginary()[i]);
        }
        return spectrum;
    }

    /** Hann taper along one axis. */
    private static double taper(int index) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * index / (PixelSeries.SIDE - 1));
    }

    private static double sumOfSquaredTaper() {
        double sum = 0;
        for (int i = 0; i < PixelSeries.SIDE; i++) {
            sum += taper(i) * taper(i);
        }
        return sum * sum;
    }

    /** The spectrum as a function of the frequency's amount only, interpolated between means of rings. */
    private static double[] ringMeans(double[] power) {
        double[] sums = new double[RINGS];
        int[] counts = new int[RINGS];
        for (int i = 0; i < power.length; i++) {
            int ring = (int) (frequency(i) / RING_WIDTH);
            sums[ring] += power[i];
            counts[ring]++;
        }
        List<double[]> knots = new ArrayList<>();
        double most = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            if (counts[ring] > 0) {
                double mean = sums[ring] / counts[ring];
                most = Math.max(most, mean);
                knots.add(new double[] {(ring + 0.5) * RING_WIDTH, mean});
            }
        }
        double[] smooth = new double[power.length];
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = Math.max(interpolated(knots, frequency(i)), most * LEAST_POWER);
        }
        return smooth;
    }

    private static double frequency(int index) {
        return Math.hypot(
                PixelTransform.frequency(index % PixelSeries.SIDE), PixelTransform.frequency(index / PixelSeries.SIDE));
    }

    /** Linear interpolation between knots {x, y}, constant beyond them. */
    private static double interpolated(List<double[]> knots, double x) {
        double[] before = knots.getFirst();
        if (x <= before[0]) {
            return before[1];
        }
        for (double[] knot : knots) {
            if (x <= knot[0]) {
                return before[1] + (knot[1] - before[1]) * (x - before[0]) / (knot[0] - before[0]);
            }
            before = knot;
        }
        return before[1];
    }
}
