package org.heatwatch.estimation.fit;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A {@link FootprintResponse} tabulated every 10 m and interpolated by cubic convolution (Keys 1981, a = -1/2). */
final class ResponseTable {
    private static final double STEP_METRES = 10;

    /** Extent of the table beyond the footprint, in standard deviations of the point spread. */
    private static final double DEVIATIONS = 3.5;

    private final double west;
    private final double south;
    private final int columns;
    private final int rows;
    private final double[] response;
    private final Envelope envelope;

    private ResponseTable(double west, double south, int columns, double[] response, Envelope envelope) {
        this.west = west;
        this.south = south;
        this.columns = columns;
        this.rows = Math.floorDiv(response.length, columns);
        this.response = response;
        this.envelope = envelope;
    }

    static ResponseTable of(Geometry footprint, PointSpread spread) {
        FootprintResponse exact = FootprintResponse.of(footprint, spread);
        Envelope envelope = exact.envelope();
        double margin = DEVIATIONS * spread.sigmaMetres() + 2 * STEP_METRES;
        double west = Math.floor((envelope.getMinX() - margin) / STEP_METRES) * STEP_METRES;
        double south = Math.floor((envelope.getMinY() - margin) / STEP_METRES) * STEP_METRES;
        int columns = (int) Math.ceil((envelope.getMaxX() + margin - west) / STEP_METRES) + 1;
        int rows = (int) Math.ceil((envelope.getMaxY() + margin - south) / STEP_METRES) + 1;
        double[] response = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                response[row * columns + column] = exact.at(west + column * STEP_METRES, south + row * STEP_METRES);
            }
        }
        return new ResponseTable(west, south, columns, response, envelope);
    }

    /** Response of a sample at this position, 0 to 1. */
    double at(double east, double north) {
        double x = (east - west) / STEP_METRES;
        double y = (north - south) / STEP_METRES;
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

    /** Whether a position is within a distance of the bounding rectangle of the footprint. */
    boolean isWithin(double metres, double east, double north) {
        double x = Math.max(0, Math.max(envelope.getMinX() - east, east - envelope.getMaxX()));
        double y = Math.max(0, Math.max(envelope.getMinY() - north, north - envelope.getMaxY()));
        return x * x + y * y <= metres * metres;
    }

    /** The bounding rectangle of the footprint with a margin. */
    Envelope around(double metres) {
        Envelope around = envelope.copy();
        around.expandBy(metres);
        return around;
    }

    /** The rectangle that the table covers. */
    Envelope reach() {
        return new Envelope(west, west + (columns - 1) * STEP_METRES, south, south + (rows - 1) * STEP_METRES);
    }
}
