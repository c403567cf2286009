package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * How much of a sample's weight lies on a footprint: its exact area coverage, convolved with the point spread.
 *
 * <p>0 where a sample sees nothing of the footprint, 1 where it sees nothing else.
 */
public final class FootprintResponse {
    /** Side of the cells in metres. At a tenth of the point spread's width their size no longer shows (below 0.1 %). */
    private static final double CELL_METRES = 10;

    private record Cell(double east, double north, double area) {}

    private final List<Cell> cells = new ArrayList<>();
    private final double inverseVariance;
    private final double peak;
    private final double reachSquared;
    private final Envelope envelope;

    /** @param footprint polygon in metres of a projection whose grid is that of the samples */
    public FootprintResponse(Geometry footprint, PointSpread spread) {
        double sigma = spread.sigmaMetres();
        inverseVariance = 1 / (2 * sigma * sigma);
        peak = 1 / (2 * Math.PI * sigma * sigma);
        reachSquared = spread.reachMetres() * spread.reachMetres();
        envelope = footprint.getEnvelopeInternal();
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(footprint);
        double firstNorth = Math.floor(envelope.getMinY() / CELL_METRES) * CELL_METRES;
        double firstEast = Math.floor(envelope.getMinX() / CELL_METRES) * CELL_METRES;
        for (double north = firstNorth; north < envelope.getMaxY(); north += CELL_METRES) {
            for (double east = firstEast; east < envelope.getMaxX(); east += CELL_METRES) {
                addCell(footprint, prepared, east, north);
            }
        }
    }

    private void addCell(Geometry footprint, PreparedGeometry prepared, double east, double north) {
        Geometry cell =
                footprint.getFactory().toGeometry(new Envelope(east, east + CELL_METRES, north, north + CELL_METRES));
        if (prepared.containsProperly(cell)) {
            cells.add(new Cell(east + CELL_METRES / 2, north + CELL_METRES / 2, CELL_METRES * CELL_METRES));
        } else if (prepared.intersects(cell)) {
            Geometry part = footprint.intersection(cell);
            if (part.getArea() > 0) {
                Coordinate centre = part.getCentroid().getCoordinate();
                cells.add(new Cell(centre.x, centre.y, part.getArea()));
            }
        }
    }

    /** Share of the weight of a sample at this place that lies on the footprint. */
    public double at(double east, double north) {
        double sum = 0;
        for (Cell cell : cells) {
            double x = cell.east - east;
            double y = cell.north - north;
            double squared = x * x + y * y;
            if (squared < reachSquared) {
                sum += cell.area * Math.exp(-squared * inverseVariance);
            }
        }
        return sum * peak;
    }

    /** Distance in metres of a place from the rectangle round the footprint. */
    double distance(double east, double north) {
        return envelope.distance(new Envelope(east, east, north, north));
    }

    /** The rectangle beyond which no sample sees anything of the footprint, in metres. */
    Envelope reach() {
        Envelope reach = envelope();
        reach.expandBy(Math.sqrt(reachSquared));
        return reach;
    }

    /** The rectangle round the footprint, in metres. */
    Envelope envelope() {
        return new Envelope(envelope);
    }
}
