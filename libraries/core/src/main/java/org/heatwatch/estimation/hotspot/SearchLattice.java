package org.heatwatch.estimation.hotspot;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Nodes in a search area, at integer multiples of their spacing, so that an edited outline does not move any of them.
 */
final class SearchLattice {
    /** Spacing of the nodes: a third of the width of the point spread, so that no source is missed between them. */
    static final double SPACING_METRES = 40;

    private static final int NONE = -1;

    private final long firstColumn;
    private final long firstRow;
    private final int columns;
    private final int[] nodeAt;
    private final int[] column;
    private final int[] row;

    private SearchLattice(long firstColumn, long firstRow, int columns, int[] nodeAt, int[] column, int[] row) {
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.columns = columns;
        this.nodeAt = nodeAt;
        this.column = column;
        this.row = row;
    }

    /** @throws IllegalArgumentException if there is no node in the area */
    static SearchLattice of(Geometry area) {
        Envelope box = area.getEnvelopeInternal();
        long firstColumn = (long) Math.ceil(box.getMinX() / SPACING_METRES);
        long firstRow = (long) Math.ceil(box.getMinY() / SPACING_METRES);
        int columns = (int) Math.max(0, Math.floor(box.getMaxX() / SPACING_METRES) - firstColumn + 1);
        int rows = (int) Math.max(0, Math.floor(box.getMaxY() / SPACING_METRES) - firstRow + 1);
        PreparedGeometry inside = PreparedGeometryFactory.prepare(area);
        GeometryFactory factory = area.getFactory();
        int[] nodeAt = new int[columns * rows];
        Arrays.fill(nodeAt, NONE);
        int[] cells = new int[nodeAt.length];
        int count = 0;
        for (int cell = 0; cell < nodeAt.length; cell++) {
            double east = (firstColumn + cell % columns) * SPACING_METRES;
            double north = (firstRow + Math.floorDiv(cell, columns)) * SPACING_METRES;
            if (inside.covers(factory.createPoint(new Coordinate(east, north)))) {
                nodeAt[cell] = count;
                cells[count++] = cell;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("no lattice node in the search area " + box);
        }
        int[] column =
                Arrays.stream(cells, 0, count).map(cell -> cell % columns).toArray();
        int[] row = Arrays.stream(cells, 0, count)
                .map(cell -> Math.floorDiv(cell, columns))
                .toArray();
        return new SearchLattice(firstColumn, firstRow, columns, nodeAt, column, row);
    }

    int count() {
        return column.length;
    }

    double east(int node) {
        return (firstColumn + column[node]) * SPACING_METRES;
    }

    double north(int node) {
        return (firstRow + row[node]) * SPACING_METRES;
    }

    /** Square of the distance of two nodes in square metres. */
    double squaredMetres(int one, int other) {
        double x = column[one] - column[other];
        double y = row[one] - row[other];
        return (x * x + y * y) * SPACING_METRES * SPACING_METRES;
    }

    /** Whether a node belongs to the sparse lattice with {@code step} times the spacing. */
    boolean isOneOfEvery(int step, int node) {
        return column[node] % step == 0 && row[node] % step == 0;
    }

    /** The node nearest to a position, or {@code otherwise} if that is outside the area. */
    int nodeOf(double east, double north, int otherwise) {
        long x = Math.round(east / SPACING_METRES) - firstColumn;
        long y = Math.round(north / SPACING_METRES) - firstRow;
        if (x < 0 || y < 0 || x >= columns || y * columns + x >= nodeAt.length) {
            return otherwise;
        }
        int node = nodeAt[(int) (y * columns + x)];
        return node == NONE ? otherwise : node;
    }
}
