package org.heatwatch.simulator;

/** Polygons as arrays of {east, north} corners in metres. */
public final class Polygons {
    private Polygons() {}

    /** A rectangle about a centre; {@code degrees} is the direction of its length, from east towards north. */
    public static double[][] rectangle(double east, double north, double length, double width, double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        double[][] corners = {{1, 1}, {-1, 1}, {-1, -1}, {1, -1}};
        double[][] polygon = new double[4][];
        for (int i = 0; i < 4; i++) {
            double a = corners[i][0] * length / 2;
            double b = corners[i][1] * width / 2;
            polygon[i] = new double[] {east + c * a - s * b, north + s * a + c * b};
        }
        return polygon;
    }
}
