package org.heatwatch.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.random.RandomGenerator;

/**
 * Positions of the TIRS samples on the ground: an affine grid, optionally with a quadratic bend or over relief.
 *
 * <p>With x metres east and y metres south of the reference point, {@code a = x cos r + y sin r} and
 * {@code b = y cos r - x sin r}, the fractional sample indices are
 * {@code u = (a + shear b - bend (b / 1000)^2 + d) / across - phaseAcross} and {@code v = b / along - phaseAlong}; d is
 * the displacement of the position by the relief.
 *
 * @param rotationDegrees rotation r; positive for a descending pass over Korea
 * @param acrossMetres spacing across track in metres
 * @param alongMetres spacing along track in metres
 * @param shear metres across track per metre along track
 * @param phaseAcross phase across track at the reference point, in samples
 * @param phaseAlong phase along track at the reference point, in samples
 * @param referenceEast easting of the reference point in metres
 * @param referenceNorth northing of the reference point in metres
 * @param bend metres across track per square kilometre along track; 0 for the affine grid
 * @param relief of the ground; {@link Relief#FLAT} for the affine grid
 */
@RecordBuilder
public record NativeGrid(
        double rotationDegrees,
        double acrossMetres,
        double alongMetres,
        double shear,
        double phaseAcross,
        double phaseAlong,
        double referenceEast,
        double referenceNorth,
        double bend,
        Relief relief)
        implements NativeGridBuilder.With {
    private static final int MOST_ITERATIONS = 200;
    private static final double PRECISION_METRES = 1e-9;

    public NativeGrid {
        if (!(acrossMetres > 0 && alongMetres > 0)) {
            throw new IllegalArgumentException("spacings must be positive: " + acrossMetres + " x " + alongMetres);
        }
    }

    /** A grid on flat ground. */
    public NativeGrid(
            double rotationDegrees,
            double acrossMetres,
            double alongMetres,
            double shear,
            double phaseAcross,
            double phaseAlong,
            double referenceEast,
            double referenceNorth,
            double bend) {
        this(
                rotationDegrees,
                acrossMetres,
                alongMetres,
                shear,
                phaseAcross,
                phaseAlong,
                referenceEast,
                referenceNorth,
                bend,
                Relief.FLAT);
    }

    /**
     * Draws a grid from the range observed in real scenes: rotation within 0.3 degrees of the prior, spacings of
     * 101.1 +- 0.5 m across and 97.3 +- 0.5 m along track, shear within 0.003, any phase; referenced to the default
     * site.
     */
    public static NativeGrid random(RandomGenerator random, double rotationPrior) {
        return new NativeGrid(
                rotationPrior + random.nextDouble(-0.3, 0.3),
                101.1 + random.nextDouble(-0.5, 0.5),
                97.3 + random.nextDouble(-0.5, 0.5),
                random.nextDouble(-0.003, 0.003),
                random.nextDouble(),
                random.nextDouble(),
                SceneGrid.KAESONG_EAST,
                SceneGrid.KAESONG_NORTH,
                0);
    }

    /** The same parameters about another reference point, which is a different grid on the ground. */
    public NativeGrid about(double east, double north) {
        return withReferenceEast(east).withReferenceNorth(north);
    }

    /**
     * Phases of this (unbent) grid relative to another reference point, each in 0..1: the values that an estimator with
     * that origin should find.
     */
    public double[] phasesAt(double east, double north) {
        double u = across(east, north);
        double v = along(east, north);
        return new double[] {Math.ceil(u) - u, Math.ceil(v) - v};
    }

    /** Fractional sample index u across track of a map position. */
    public double across(double east, double north) {
        double b = alongMetresOf(east, north);
        double r = Math.toRadians(rotationDegrees);
        double a = Math.cos(r) * (east - referenceEast) + Math.sin(r) * (referenceNorth - north);
        return (a + shear * b - bendOf(b) + relief.displacement(east, north)) / acrossMetres - phaseAcross;
    }

    /** Fractional sample index v along track of a map position. */
    public double along(double east, double north) {
        return alongMetresOf(east, north) / alongMetres - phaseAlong;
    }

    /** Easting in metres of the sample with (fractional) indices u, v. */
    public double east(double u, double v) {
        return position(u, v)[0];
    }

    /** Northing in metres of the sample with (fractional) indices u, v. */
    public double north(double u, double v) {
        return position(u, v)[1];
    }

    /** Over relief the displacement depends on the position, so that it is iterated; slopes are small enough. */
    private double[] position(double u, double v) {
        double r = Math.toRadians(rotationDegrees);
        double b = (v + phaseAlong) * alongMetres;
        double flat = (u + phaseAcross) * acrossMetres - shear * b + bendOf(b);
        double a = flat;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double east = referenceEast + Math.cos(r) * a - Math.sin(r) * (v + phaseAlong) * alongMetres;
            double north = referenceNorth - Math.sin(r) * a - Math.cos(r) * (v + phaseAlong) * alongMetres;
            double next = flat - relief.displacement(east, north);
            if (Math.abs(next - a) < PRECISION_METRES) {
                return new double[] {east, north};
            }
            a = next;
        }
        throw new IllegalArgumentException("the ground is so steep that pixels of several places show one sample");
    }

    private double alongMetresOf(double east, double north) {
        double r = Math.toRadians(rotationDegrees);
        return Math.cos(r) * (referenceNorth - north) - Math.sin(r) * (east - referenceEast);
    }

    private double bendOf(double b) {
        return bend * b * b * 1e-6;
    }
}
