package org.heatwatch.estimation.hotspot;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Nodes over a search area, at whole multiples of their distance, so that an edited outline moves none of them. */
final class SearchLattice {
    /** Distance of two nodes in metres: a third of the point spread's width, so that no source falls between them. */
    static final double METRES = 40;

    private static final int NONE = -1;

    private final long firstColumn;
    private final long firstRow;
    private final int columns;
    private final int[] nodeAt;
    private final int[] column;
    private final int[] row;

    SearchLattice(Geometry area) {
        Envelope box = area.getEnvelopeInternal();
        firstColumn = (long) Math.ceil(box.getMinX() / METRES);
        firstRow = (long) Math.ceil(box.getMinY() / METRES);
        columns = (int) Math.max(0, Math.floor(box.getMaxX() / METRES) - firstColumn + 1);
        int rows = (int) Math.max(0, Math.floor(box.getMaxY() / METRES) - firstRow + 1);
        PreparedGeometry inside = PreparedGeometryFactory.prepare(area);
        GeometryFactory factory = area.getFactory();
        nodeAt = new int[columns * rows];
        Arrays.fill(nodeAt, NONE);
        int[] cells = new int[nodeAt.length];
        int n = 0;
        for (int c = 0; c < nodeAt.length; c++) {
            if (inside.covers(factory.createPoint(new Coordinate(eastOf(c), northOf(c))))) {
                nodeAt[c] = n;
                cells[n++] = c;
            }
        }
        if (n == 0) {
            throw new IllegalArgumentException("a search area without a node: " + box);
        }
        column = Arrays.stream(cells, 0, n).map(c -> c % columns).toArray();
        row = Arrays.stream(cells, 0, n).map(c -> Math.floorDiv(c, columns)).toArray();
    }

    private double eastOf(int c) {
        return (firstColumn + c % columns) * METRES;
    }

    private double northOf(int c) {
        return (firstRow + Math.floorDiv(c, columns)) * METRES;
    }

    int count() {
        return column.length;
    }

    double east(int node) {
        return (firstColumn + column[node]) * METRES;
    }

    double north(int node) {
        return (firstRow + row[node]) * METRES;
    }

    double squaredMetres(int one, int other) {
        double x = column[one] - column[other];
        double y = row[one] - row[other];
        return (x * x + y * y) * METRES * METRES;
    }

    /** Whether a node is one of those, so many apart along either axis, that stand for all. */
    boolean isOneOfEvery(int step, int node) {
        return column[node] % step == 0 && row[node] % step == 0;
    }

    /** The node in whose square a place lies, else another one. */
    int nodeOf(double east, double north, int otherwise) {
        long x = Math.round(east / METRES) - firstColumn;
        long y = Math.round(north / METRES) - firstRow;
        if (x < 0 || y < 0 || x >= columns || y * columns + x >= nodeAt.length) {
            return otherwise;
        }
        int node = nodeAt[(int) (y * columns + x)];
        return node == NONE ? otherwise : node;
    }
}
