package org.heatwatch.site;

/**
 * The native sampling grid of a path over a site, once measured on many scenes and frozen. What changes from scene to
 * scene, the two phases, is not part of it.
 *
 * @param rotationDegrees of the across-track direction from east, -90 to 90
 * @param acrossMetres distance of samples across track, 50 to 200
 * @param alongMetres distance of samples along track, 50 to 200
 * @param shear deviation of the axes from a right angle, radians, -0.1 to 0.1
 */
public record GridGeometry(double rotationDegrees, double acrossMetres, double alongMetres, double shear) {

    public GridGeometry {
        requireWithin(rotationDegrees, -90, 90, "rotationDegrees");
        requireWithin(acrossMetres, 50, 200, "acrossMetres");
        requireWithin(alongMetres, 50, 200, "alongMetres");
        requireWithin(shear, -0.1, 0.1, "shear");
    }

    private static void requireWithin(double value, double low, double high, String what) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("grid " + what + " " + value + " is outside " + low + ".." + high);
        }
    }
}
