package org.heatwatch.simulator;

import java.util.Arrays;

/** Fractions of 10 m cells that a shape covers: cell indices and fractions 0..1; cells with fraction 0 are omitted. */
record Coverage(Cells cells) {
    private static final int SUPERSAMPLING = 5;

    /** Receives one cell and the fraction of it that is covered. */
    interface Visitor {
        void visit(int cell, double share);
    }

    /** A growing list of cells. */
    static final class Cells {
        private int[] index = new int[64];
        private float[] share = new float[64];
        private int size;

        void add(int cell, double covered) {
            if (covered <= 0) {
                return;
            }
            if (size == index.length) {
                index = Arrays.copyOf(index, 2 * size);
                share = Arrays.copyOf(share, 2 * size);
            }
            index[size] = cell;
            share[size++] = (float) covered;
        }
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < cells.size; i++) {
            visitor.visit(cells.index[i], cells.share[i]);
        }
    }

    /** Coverage by a polygon of {east, north} corners in metres (even-odd rule), sampled at 5 x 5 points per cell. */
    static Coverage ofPolygon(Extent extent, double[][] polygon) {
        double[] x =
                Arrays.stream(polygon).mapToDouble(p -> extent.column(p[0])).toArray();
        double[] y = Arrays.stream(polygon).mapToDouble(p -> extent.row(p[1])).toArray();
        int left = Math.max(0, (int) Math.floor(Arrays.stream(x).min().orElseThrow()));
        int right = Math.min(
                extent.columns() - 1, (int) Math.floor(Arrays.stream(x).max().orElseThrow()));
        int top = Math.max(0, (int) Math.floor(Arrays.stream(y).min().orElseThrow()));
        int bottom = Math.min(
                extent.rows() - 1, (int) Math.floor(Arrays.stream(y).max().orElseThrow()));
        Cells cells = new Cells();
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                cells.add(row * extent.columns() + column, share(x, y, column, row));
            }
        }
        return new Coverage(cells);
    }

    /** Coverage by a straight strip across the whole extent: cells within half a width of its axis, with soft edges. */
    static Coverage ofStrip(Extent extent, double east, double north, double angle, double width) {
        Cells cells = new Cells();
        double nx = -Math.sin(angle);
        double ny = Math.cos(angle);
        for (int row = 0, cell = 0; row < extent.rows(); row++) {
            double dy = (extent.north(row) - north) * ny;
            for (int column = 0; column < extent.columns(); column++, cell++) {
                double distance = Math.abs((extent.east(column) - east) * nx + dy);
                cells.add(cell, Math.clamp((width / 2 - distance) / Extent.CELL_METRES + 0.5, 0, 1));
            }
        }
        return new Coverage(cells);
    }

    /** Coverage by an ellipse whose edge fades over a fraction {@code softness} of its radius. */
    static Coverage ofEllipse(
            Extent extent, double east, double north, double radiusEast, double radiusNorth, double softness) {
        Cells cells = new Cells();
        int left = Math.max(0, (int) extent.column(east - radiusEast));
        int right = Math.min(extent.columns() - 1, (int) extent.column(east + radiusEast));
        int top = Math.max(0, (int) extent.row(north + radiusNorth));
        int bottom = Math.min(extent.rows() - 1, (int) extent.row(north - radiusNorth));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double r = Math.hypot(
                        (extent.east(column) - east) / radiusEast, (extent.north(row) - north) / radiusNorth);
                cells.add(row * extent.columns() + column, Math.clamp((1 - r) / softness, 0, 1));
            }
        }
        return new Coverage(cells);
    }

    private static double share(double[] x, double[] y, int column, int row) {
        int inside = 0;
        for (int i = 0; i < SUPERSAMPLING; i++) {
            double py = row + (i + 0.5) / SUPERSAMPLING;
            for (int j = 0; j < SUPERSAMPLING; j++) {
                inside += contains(x, y, column + (j + 0.5) / SUPERSAMPLING, py) ? 1 : 0;
            }
        }
        return inside / (double) (SUPERSAMPLING * SUPERSAMPLING);
    }

    private static boolean contains(double[] x, double[] y, double px, double py) {
        boolean inside = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            boolean crosses = (y[i] > py) != (y[j] > py);
            if (crosses && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
