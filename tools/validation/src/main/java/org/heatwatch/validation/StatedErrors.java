package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.sampling.ThermalImage;

/**
 * Errors of predicting the samples of one date from the map of the others, and how they compare with the residuals.
 *
 * <p>The stated error of a sample is the spread of its date, one number, times the relative scatter of the place. The
 * relative scatter is that of the other dates within 150 m or so: the date itself has no part in it.
 */
final class StatedErrors {
    private static final double CELL_METRES = 90;
    /** Weight of the mean place, in samples, where few samples of other dates are near. */
    private static final double PRIOR_SAMPLES = 4;

    private final ThermalImage frame;
    private final int columns;
    private final int rows;
    private final List<double[]> sums = new ArrayList<>();
    private final List<double[]> counts = new ArrayList<>();

    private StatedErrors(ThermalImage frame) {
        this.frame = frame;
        this.columns = (int) Math.ceil(frame.columns() * frame.pixelMetres() / CELL_METRES) + 2;
        this.rows = (int) Math.ceil(frame.rows() * frame.pixelMetres() / CELL_METRES) + 2;
    }

    /** The ratios of residual and stated error, by date. */
    static List<SampleStatistics> ratios(SeriesComposite composite) {
        StatedErrors errors = new StatedErrors(composite.frame());
        List<DateResiduals> dates = composite.residuals();
        dates.forEach(errors::add);
        List<SampleStatistics> ratios = new ArrayList<>();
        for (int k = 0; k < dates.size(); k++) {
            DateResiduals date = dates.get(k);
            double spread = date.spread();
            List<Double> values = new ArrayList<>();
            for (int s = 0; s < date.count(); s++) {
                values.add(date.kelvin(s) / (spread * errors.scatter(k, date.east(s), date.north(s))));
            }
            ratios.add(SampleStatistics.of(values));
        }
        return ratios;
    }

    private void add(DateResiduals date) {
        double[] sum = new double[rows * columns];
        double[] count = new double[rows * columns];
        double spread = date.spread();
        for (int s = 0; s < date.count(); s++) {
            int cell = row(date.north(s)) * columns + column(date.east(s));
            double relative = date.kelvin(s) / spread;
            sum[cell] += relative * relative;
            count[cell]++;
        }
        sums.add(sum);
        counts.add(count);
    }

    private int column(double east) {
        return Math.clamp((int) Math.floor((east - frame.west()) / CELL_METRES) + 1, 0, columns - 1);
    }

    private int row(double north) {
        return Math.clamp((int) Math.floor((frame.north() - north) / CELL_METRES) + 1, 0, rows - 1);
    }

    /** Relative scatter around a position on all dates but one. */
    private double scatter(int omitted, double east, double north) {
        double sum = PRIOR_SAMPLES;
        double count = PRIOR_SAMPLES;
        for (int row = Math.max(0, row(north) - 1); row <= Math.min(rows - 1, row(north) + 1); row++) {
            for (int column = Math.max(0, column(east) - 1);
                    column <= Math.min(columns - 1, column(east) + 1);
                    column++) {
                for (int k = 0; k < sums.size(); k++) {
                    if (k != omitted) {
                        sum += sums.get(k)[row * columns + column];
                        count += counts.get(k)[row * columns + column];
                    }
                }
            }
        }
        return Math.sqrt(sum / count);
    }
}
