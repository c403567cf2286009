package org.heatwatch.sampling;

/**
 * Prior of the grid geometry of a path, before an image is analysed.
 *
 * @param geometry the expected geometry
 * @param rotationError standard error of the rotation in degrees
 * @param spacingError standard error of both spacings in metres
 * @param shearError standard error of the shear
 * @param rotationTolerance largest deviation from the expected rotation of an accepted grid, in degrees
 */
public record GridPrior(
        GridGeometry geometry, double rotationError, double spacingError, double shearError, double rotationTolerance) {

    /** Prior if only the orbit is known: the rotation within a degree, and the usual spacings. */
    public static GridPrior ofOrbit(double rotationDegrees) {
        return new GridPrior(GridGeometry.usual(rotationDegrees), 0.4, 0.6, 0.004, 1.0);
    }

    /** Prior if a back-fill has measured the geometry of the path. */
    public static GridPrior frozen(GridGeometry geometry) {
        return new GridPrior(geometry, 0.03, 0.1, 0.0005, 0.15);
    }

    /** Whether the geometry was measured, rather than derived from the orbit. */
    boolean isFrozen() {
        return rotationTolerance < 1;
    }

    double[] errors() {
        return new double[] {rotationError, spacingError, spacingError, shearError};
    }
}
