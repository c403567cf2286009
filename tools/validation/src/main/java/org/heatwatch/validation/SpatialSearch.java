package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.sampling.ThermalImage;

/**
 * Search of a composite for places that are warmer than the ground around them, by a matched filter with the point
 * spread of the sensor.
 *
 * <p>The noise is the scatter of the filtered map in space, and contains the contrast of ordinary ground. A place that
 * is found is warm in the mean of all dates; that says nothing about activity.
 */
final class SpatialSearch {
    /** Standard deviation of the Gaussian whose local mean is subtracted. */
    private static final double DETREND_METRES = 300;

    /** No place is within this distance of a warmer one. */
    private static final double APART_METRES = 150;

    private static final double MAD_TO_DEVIATION = 1.4826;

    private SpatialSearch() {}

    /**
     * A place that is warmer than the ground around it.
     *
     * @param row of the pixel, from 0 at the north
     * @param column of the pixel, from 0 at the west
     * @param kelvin amplitude of a source with the shape of the point spread
     * @param error standard error of the map there, in kelvin
     * @param z amplitude divided by the scatter of amplitudes in space
     */
    record WarmPlace(int row, int column, double kelvin, double error, double z) {}

    /** All local maxima of the filtered map with a positive amplitude, by falling z. */
    static List<WarmPlace> of(SeriesComposite composite) {
        ThermalImage frame = composite.frame();
        double[] amplitude = amplitudes(composite);
        double scatter = MAD_TO_DEVIATION
                * SeriesComposite.median(Arrays.stream(amplitude).map(Math::abs).toArray());
        int reach = (int) Math.round(APART_METRES / frame.pixelMetres());
        List<WarmPlace> places = new ArrayList<>();
        for (int pixel = 0; pixel < amplitude.length; pixel++) {
            if (amplitude[pixel] > 0 && isMaximum(amplitude, frame, pixel, reach)) {
                places.add(new WarmPlace(
                        pixel / frame.columns(),
                        pixel % frame.columns(),
                        amplitude[pixel],
                        composite.error()[pixel],
                        amplitude[pixel] / scatter));
            }
        }
        places.sort(Comparator.comparingDouble(WarmPlace::z).reversed());
        return places;
    }

    private static double[] amplitudes(SeriesComposite composite) {
        ThermalImage frame = composite.frame();
        double narrow = PointSpread.TIRS.sigmaMetres() / frame.pixelMetres();
        double wide = DETREND_METRES / frame.pixelMetres();
        double[] fine = GaussianBlur.of(composite.kelvin(), frame, narrow);
        double[] coarse = GaussianBlur.of(composite.kelvin(), frame, wide);
        // A source of amplitude 1 has the standard deviation of the point spread; Gaussians add their variances.
        double square = narrow * narrow;
        double response = square / (square + square) - square / (square + wide * wide);
        double[] amplitude = new double[fine.length];
        for (int p = 0; p < amplitude.length; p++) {
            amplitude[p] = (fine[p] - coarse[p]) / response;
        }
        return amplitude;
    }

    private static boolean isMaximum(double[] values, ThermalImage frame, int pixel, int reach) {
        int row = pixel / frame.columns();
        int column = pixel % frame.columns();
        for (int r = Math.max(0, row - reach); r <= Math.min(frame.rows() - 1, row + reach); r++) {
            for (int c = Math.max(0, column - reach); c <= Math.min(frame.columns() - 1, column + reach); c++) {
                boolean isNear = (r - row) * (r - row) + (c - column) * (c - column) <= reach * reach;
                if (isNear && values[r * frame.columns() + c] > values[pixel]) {
                    return false;
                }
            }
        }
        return true;
    }
}
