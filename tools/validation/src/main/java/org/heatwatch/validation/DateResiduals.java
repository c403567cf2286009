package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.Arrays;

/** Residuals of the samples of one date from the map of the other dates, with their positions. */
final class DateResiduals {
    private static final double MAD_TO_DEVIATION = 1.4826;

    private final LocalDate date;
    private double[] east = new double[1 << 12];
    private double[] north = new double[1 << 12];
    private double[] kelvin = new double[1 << 12];
    private int count;

    DateResiduals(LocalDate date) {
        this.date = date;
    }

    void add(double atEast, double atNorth, double value) {
        if (count == kelvin.length) {
            east = Arrays.copyOf(east, 2 * count);
            north = Arrays.copyOf(north, 2 * count);
            kelvin = Arrays.copyOf(kelvin, 2 * count);
        }
        east[count] = atEast;
        north[count] = atNorth;
        kelvin[count++] = value;
    }

    LocalDate date() {
        return date;
    }

    int count() {
        return count;
    }

    /** Easting in metres. */
    double east(int sample) {
        return east[sample];
    }

    /** Northing in metres. */
    double north(int sample) {
        return north[sample];
    }

    /** Residual in kelvin. */
    double kelvin(int sample) {
        return kelvin[sample];
    }

    /** Robust standard deviation in kelvin, from the median absolute residual. */
    double spread() {
        double[] sizes = Arrays.stream(kelvin, 0, count).map(Math::abs).toArray();
        return MAD_TO_DEVIATION * SeriesComposite.median(sizes);
    }
}
