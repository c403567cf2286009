package org.heatwatch.sampling;

/**
 * What all grids of one path have in common: how the rows of samples lie on the map.
 *
 * @param rotationDegrees angle from map east to the across-track axis, clockwise; the track's heading with the grid
 *     convergence taken off
 * @param acrossMetres distance of two neighbouring samples across track
 * @param alongMetres distance of two neighbouring samples along track
 * @param shear metres that a row is shifted across track for each metre along track
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

    /** The usual spacings at this rotation: the start where nothing but the orbit is known. */
    public static GridGeometry usual(double rotationDegrees) {
        return new GridGeometry(rotationDegrees, USUAL_ACROSS_METRES, USUAL_ALONG_METRES, 0);
    }
}
