package org.heatwatch.sampling;

/**
 * What is known of a path's geometry before an image is looked at, and how well.
 *
 * @param geometry the expected geometry
 * @param rotationError standard error of the rotation in degrees
 * @param spacingError standard error of both spacings in metres
 * @param shearError standard error of the shear
 * @param rotationTolerance largest difference of the rotation in degrees that an accepted grid may show
 */
public record GridPrior(
        GridGeometry geometry, double rotationError, double spacingError, double shearError, double rotationTolerance) {

    /** Only the orbit is known: the rotation to a degree, the spacings as they usually are. */
    public static GridPrior ofOrbit(double rotationDegrees) {
        return new GridPrior(GridGeometry.usual(rotationDegrees), 0.4, 0.6, 0.004, 1.0);
    }

    /** A back-fill measured the geometry of the path, and the site definition froze it. */
    public static GridPrior frozen(GridGeometry geometry) {
        return new GridPrior(geometry, 0.03, 0.1, 0.0005, 0.15);
    }

    /** Whether the rotation is known better than the orbit alone tells it. */
    boolean isFrozen() {
        return rotationTolerance < 1;
    }

    double[] errors() {
        return new double[] {rotationError, spacingError, spacingError, shearError};
    }
}
