package org.heatwatch.estimation.background;

import java.time.Instant;
import java.time.LocalDate;
import org.heatwatch.sampling.SamplingGrid;

/**
 * The samples of one scene round a site, in effective kelvin about the scene's median.
 *
 * <p>Arrays are shared and not to be changed.
 */
public final class SceneSamples {
    private final LocalDate date;
    private final Instant acquiredAt;
    private final SamplingGrid grid;
    private final double[] east;
    private final double[] north;
    private final double[] kelvin;
    private final double cosine;
    private final double sine;

    /**
     * Takes the arrays over.
     *
     * @param east easting in metres of each sample
     * @param north northing in metres of each sample
     * @param kelvin effective kelvin of each sample
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
        double angle = 2 * Math.PI * (date.getDayOfYear() - 1) / 365.25;
        this.cosine = Math.cos(angle);
        this.sine = Math.sin(angle);
    }

    public LocalDate date() {
        return date;
    }

    public Instant acquiredAt() {
        return acquiredAt;
    }

    public SamplingGrid grid() {
        return grid;
    }

    public int count() {
        return kelvin.length;
    }

    public double east(int sample) {
        return east[sample];
    }

    public double north(int sample) {
        return north[sample];
    }

    /** Effective kelvin about the scene's median. */
    public double kelvin(int sample) {
        return kelvin[sample];
    }

    /** Cosine of the time of year, 1 at new year. */
    public double cosine() {
        return cosine;
    }

    /** Sine of the time of year. */
    public double sine() {
        return sine;
    }
}
