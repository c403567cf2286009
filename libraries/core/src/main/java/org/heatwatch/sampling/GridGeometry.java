package org.heatwatch.sampling;

/**
 * Geometry of a sampling grid, common to all images of one path: orientation, spacing and shear.
 *
 * @param rotationDegrees angle from map east to the across-track axis, clockwise; the track's heading less the grid
 *     convergence
 * @param acrossMetres spacing of the samples across track, 50 to 200 m
 * @param alongMetres spacing of the samples along track, 50 to 200 m
 * @param shear displacement of a row across track in metres per metre along track, -0.1 to 0.1
 */
public record GridGeometry(double rotationDegrees, double acrossMetres, double alongMetres, double shear) {

    /** Usual spacing across track in metres, the mean of full-resolution Landsat 8 images. */
    public static final double USUAL_ACROSS_METRES = 101.0;

    /** Usual spacing along track in metres, the mean of full-resolution Landsat 8 images. */
    public static final double USUAL_ALONG_METRES = 97.3;

    public GridGeometry {
        requireBetween(rotationDegrees, -180, 180, "rotationDegrees");
        requireBetween(acrossMetres, 50, 200, "acrossMetres");
        requireBetween(alongMetres, 50, 200, "alongMetres");
        requireBetween(shear, -0.1, 0.1, "shear");
    }

    private static void requireBetween(double value, double least, double most, String name) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("grid " + name + " " + value + " is outside " + least + ".." + most);
        }
    }

    /** The usual spacings at this rotation: the expectation where only the orbit is known. */
    public static GridGeometry usual(double rotationDegrees) {
        return new GridGeometry(rotationDegrees, USUAL_ACROSS_METRES, USUAL_ALONG_METRES, 0);
    }
}
