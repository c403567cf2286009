package org.heatwatch.estimation.background;

import java.time.Instant;
import java.time.LocalDate;
import org.heatwatch.sampling.SamplingGrid;

/**
 * The samples of one scene around a site, in effective kelvin relative to the median of the scene.
 *
 * <p>The arrays are not copied and must not be modified.
 */
public final class SceneSamples {
    private static final double DAYS_OF_YEAR = 365.25;

    private final LocalDate date;
    private final Instant acquiredAt;
    private final SamplingGrid grid;
    private final double[] east;
    private final double[] north;
    private final double[] kelvin;
    private final double cosine;
    private final double sine;

    /**
     * Samples of a scene; the arrays are not copied.
     *
     * @param date of the overpass, for the time of year
     * @param acquiredAt time of the overpass
     * @param grid of the samples
     * @param east easting in metres of each sample
     * @param north northing in metres of each sample
     * @param kelvin effective kelvin of each sample
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public SceneSamples(
            LocalDate date, Instant acquiredAt, SamplingGrid grid, double[] east, double[] north, double[] kelvin) {
        if (east.length != kelvin.length || north.length != kelvin.length) {
            throw new IllegalArgumentException(
                    "%d eastings and %d northings of %d samples".formatted(east.length, north.length, kelvin.length));
        }
        this.date = date;
        this.acquiredAt = acquiredAt;
        this.grid = grid;
        this.east = east;
        this.north = north;
        this.kelvin = kelvin;
        this.cosine = Math.cos(angle(date));
        this.sine = Math.sin(angle(date));
    }

    private static double angle(LocalDate date) {
        return 2 * Math.PI * (date.getDayOfYear() - 1) / DAYS_OF_YEAR;
    }

    /** Date of the overpass. */
    public LocalDate date() {
        return date;
    }

    /** Time of the overpass. */
    public Instant acquiredAt() {
        return acquiredAt;
    }

    /** Grid of the samples. */
    public SamplingGrid grid() {
        return grid;
    }

    /** Number of samples. */
    public int count() {
        return kelvin.length;
    }

    /** Easting in metres. */
    public double east(int sample) {
        return east[sample];
    }

    /** Northing in metres. */
    public double north(int sample) {
        return north[sample];
    }

    /** Effective kelvin relative to the median of the scene. */
    public double kelvin(int sample) {
        return kelvin[sample];
    }

    /** Cosine of the time of year: 1 on 1 January. */
    public double cosine() {
        return cosine;
    }

    /** Sine of the time of year. */
    public double sine() {
        return sine;
    }
}
