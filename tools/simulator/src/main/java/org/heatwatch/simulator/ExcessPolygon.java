package org.heatwatch.simulator;

/** A polygon of {east, north} corners in metres that is warmer than the ground below by a constant number of kelvin. */
final class ExcessPolygon {
    private final double[][] polygon;
    private final double kelvin;
    private final boolean isOpaque;

    ExcessPolygon(double[][] polygon, double kelvin) {
        this(polygon, kelvin, /* isOpaque= */ true);
    }

    /** @param isOpaque whether it hides the background scatter of the ground below, as a roof does */
    ExcessPolygon(double[][] polygon, double kelvin, boolean isOpaque) {
        if (polygon.length < 3) {
            throw new IllegalArgumentException("a polygon needs at least three corners, not " + polygon.length);
        }
        this.polygon = polygon.clone();
        this.kelvin = kelvin;
        this.isOpaque = isOpaque;
    }

    /** Adds the kelvin to the temperature of every cell, in proportion to the covered fraction. */
    void addTo(Extent extent, double[] cells) {
        Coverage.ofPolygon(extent, polygon).forEach((cell, share) -> cells[cell] += share * kelvin);
    }

    /** Attenuates a field by the covered fraction of each cell, if the polygon hides the ground below. */
    void hide(Extent extent, double[] field) {
        if (!isOpaque) {
            return;
        }
        Coverage.ofPolygon(extent, polygon).forEach((cell, share) -> field[cell] *= 1 - share);
    }
}
