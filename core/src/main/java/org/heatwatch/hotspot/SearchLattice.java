package org.heatwatch.hotspot;

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
    private final int[] cell;

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
        cell = Arrays.copyOf(cells, n);
    }

    private double eastOf(int c) {
        return (firstColumn + c % columns) * METRES;
    }

    private double northOf(int c) {
        return (firstRow + Math.floorDiv(c, columns)) * METRES;
    }

    int count() {
        return cell.length;
    }

    double east(int node) {
        return eastOf(cell[node]);
    }

    double north(int node) {
        return northOf(cell[node]);
    }

    double squaredMetres(int one, int other) {
        double x = cell[one] % columns - cell[other] % columns;
        double y = Math.floorDiv(cell[one], columns) - Math.floorDiv(cell[other], columns);
        return (x * x + y * y) * METRES * METRES;
    }

    /** Whether a node is one of those, so many apart along either axis, that stand for all. */
    boolean isOneOfEvery(int step, int node) {
        return cell[node] % columns % step == 0 && Math.floorDiv(cell[node], columns) % step == 0;
    }

    /** The node in whose square a place lies, else another one. */
    int nodeOf(double east, double north, int otherwise) {
        long column = Math.round(east / METRES) - firstColumn;
        long row = Math.round(north / METRES) - firstRow;
        if (column < 0 || row < 0 || column >= columns || row * columns + column >= nodeAt.length) {
            return otherwise;
        }
        int node = nodeAt[(int) (row * columns + column)];
        return node == NONE ? otherwise : node;
    }
}
