package org.heatwatch.simulator;

/** A polygon of {east, north} corners in metres that is so many kelvin warmer than the ground it stands on. */
final class Excess {
    private final double[][] polygon;
    private final double kelvin;

    Excess(double[][] polygon, double kelvin) {
        if (polygon.length < 3) {
            throw new IllegalArgumentException("a polygon has at least three corners, not " + polygon.length);
        }
        this.polygon = polygon.clone();
        this.kelvin = kelvin;
    }

    /** Adds it to the temperature of every cell that it covers. */
    void addTo(Extent extent, double[] cells) {
        Coverage.ofPolygon(extent, polygon).forEach((cell, share) -> cells[cell] += share * kelvin);
    }

    /** Takes a field's values off where the polygon covers the ground. */
    void hide(Extent extent, double[] field) {
        Coverage.ofPolygon(extent, polygon).forEach((cell, share) -> field[cell] *= 1 - share);
    }
}
