package org.heatwatch.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.random.RandomGenerator;

/**
 * Where the samples of TIRS fall on the ground: an affine grid, optionally bent a little.
 *
 * <p>With x metres east and y metres south of the reference point, {@code a = x cos r + y sin r} and
 * {@code b = y cos r - x sin r}, the fractional sample indices are
 * {@code u = (a + shear b - bend (b / 1000)^2) / across - phaseAcross} and {@code v = b / along - phaseAlong}.
 *
 * @param rotationDegrees r, positive for a descending pass over Korea
 * @param acrossMetres spacing across track
 * @param alongMetres spacing along track
 * @param shear metres across per metre along
 * @param phaseAcross in samples, at the reference point
 * @param phaseAlong in samples, at the reference point
 * @param referenceEast map coordinate in metres
 * @param referenceNorth map coordinate in metres
 * @param bend metres across per square kilometre along; 0 for the affine grid
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
        double bend)
        implements NativeGridBuilder.With {

    public NativeGrid {
        if (!(acrossMetres > 0 && alongMetres > 0)) {
            throw new IllegalArgumentException("spacings are positive: " + acrossMetres + " x " + alongMetres);
        }
    }

    /**
     * A grid as real scenes have it: rotation within 0.3 degrees of the prior, spacings of 101.1 +- 0.5 m across and
     * 97.3 +- 0.5 m along, shear within 0.003, any phase; about the default site.
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

    /** The same numbers about another reference point: another grid on the ground. */
    public NativeGrid about(double east, double north) {
        return withReferenceEast(east).withReferenceNorth(north);
    }

    /**
     * The phases that this same (unbent) grid has when it is described about another reference point, each in 0..1:
     * what an estimator must find that takes that point as its origin.
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
        return (a + shear * b - bendOf(b)) / acrossMetres - phaseAcross;
    }

    /** Fractional sample index v along track of a map position. */
    public double along(double east, double north) {
        return alongMetresOf(east, north) / alongMetres - phaseAlong;
    }

    /** Map coordinate east of the sample with (fractional) indices u, v. */
    public double east(double u, double v) {
        double r = Math.toRadians(rotationDegrees);
        return referenceEast + Math.cos(r) * acrossMetresOf(u, v) - Math.sin(r) * (v + phaseAlong) * alongMetres;
    }

    /** Map coordinate north of the sample with (fractional) indices u, v. */
    public double north(double u, double v) {
        double r = Math.toRadians(rotationDegrees);
        return referenceNorth - Math.sin(r) * acrossMetresOf(u, v) - Math.cos(r) * (v + phaseAlong) * alongMetres;
    }

    private double acrossMetresOf(double u, double v) {
        double b = (v + phaseAlong) * alongMetres;
        return (u + phaseAcross) * acrossMetres - shear * b + bendOf(b);
    }

    private double alongMetresOf(double east, double north) {
        double r = Math.toRadians(rotationDegrees);
        return Math.cos(r) * (referenceNorth - north) - Math.sin(r) * (east - referenceEast);
    }

    private double bendOf(double b) {
        return bend * b * b * 1e-6;
    }
}
