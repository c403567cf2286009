package org.heatwatch.estimation.fit;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A footprint's response, tabulated on 10 m and interpolated by cubic convolution: as exact, and many times as fast. */
final class ResponseTable {
    private static final double STEP = 10;
    /** Beyond three and a half deviations of the point spread a footprint is not seen. */
    private static final double DEVIATIONS = 3.5;

    private final double west;
    private final double south;
    private final int columns;
    private final int rows;
    private final double[] response;
    private final Envelope envelope;

    ResponseTable(Geometry footprint, PointSpread spread) {
        FootprintResponse exact = new FootprintResponse(footprint, spread);
        envelope = exact.envelope();
        double margin = DEVIATIONS * spread.sigmaMetres() + 2 * STEP;
        west = Math.floor((envelope.getMinX() - margin) / STEP) * STEP;
        south = Math.floor((envelope.getMinY() - margin) / STEP) * STEP;
        columns = (int) Math.ceil((envelope.getMaxX() + margin - west) / STEP) + 1;
        rows = (int) Math.ceil((envelope.getMaxY() + margin - south) / STEP) + 1;
        response = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                response[row * columns + column] = exact.at(west + column * STEP, south + row * STEP);
            }
        }
    }

    /** Share of the weight of a sample at this place that lies on the footprint. */
    double at(double east, double north) {
        double x = (east - west) / STEP;
        double y = (north - south) / STEP;
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        if (i < 1 || j < 1 || i + 2 >= columns || j + 2 >= rows) {
            return 0;
        }
        double sum = 0;
        for (int dj = -1; dj <= 2; dj++) {
            int at = (j + dj) * columns + i;
            sum += weight(y - j - dj)
                    * (weight(x - i + 1) * response[at - 1]
                            + weight(x - i) * response[at]
                            + weight(x - i - 1) * response[at + 1]
                            + weight(x - i - 2) * response[at + 2]);
        }
        return sum;
    }

    /** Keys 1981, a = -1/2. */
    private static double weight(double distance) {
        double d = Math.abs(distance);
        return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    }

    /** Distance in metres of a place from the rectangle round the footprint. */
    double distance(double east, double north) {
        double x = Math.max(0, Math.max(envelope.getMinX() - east, east - envelope.getMaxX()));
        double y = Math.max(0, Math.max(envelope.getMinY() - north, north - envelope.getMaxY()));
        return Math.hypot(x, y);
    }

    /** The rectangle that the table covers. */
    Envelope reach() {
        return new Envelope(west, west + (columns - 1) * STEP, south, south + (rows - 1) * STEP);
    }
}
