package org.heatwatch.estimation.cloud;

import java.time.LocalDate;

/**
 * Brightness temperatures of the samples of one scene; the arrays are not copied and must not be modified.
 *
 * @param date of the overpass, UTC
 * @param east easting of each sample in metres
 * @param north northing of each sample in metres
 * @param kelvin brightness temperature of each sample at the top of the atmosphere
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of samples, never compared
public record ThermalScene(LocalDate date, double[] east, double[] north, double[] kelvin) {
    private static final double DAYS_OF_YEAR = 365.25;

    /**
     * A scene.
     *
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public ThermalScene {
        if (east.length != kelvin.length || north.length != kelvin.length) {
            throw new IllegalArgumentException(
                    "%d eastings and %d northings of %d samples".formatted(east.length, north.length, kelvin.length));
        }
    }

    /** Number of samples. */
    public int count() {
        return kelvin.length;
    }

    double cosine() {
        return Math.cos(angle());
    }

    double sine() {
        return Math.sin(angle());
    }

    private double angle() {
        return 2 * Math.PI * (date.getDayOfYear() - 1) / DAYS_OF_YEAR;
    }
}
