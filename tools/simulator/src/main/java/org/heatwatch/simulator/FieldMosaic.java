package org.heatwatch.simulator;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A random mosaic of rectangular fields in parallel strips 60-220 m wide; the fields are 80-350 m long. */
final class FieldMosaic {
    private final int[] fieldOfCell;
    private final int fields;

    private FieldMosaic(int[] fieldOfCell, int fields) {
        this.fieldOfCell = fieldOfCell;
        this.fields = fields;
    }

    static FieldMosaic random(Extent extent, RandomGenerator random) {
        double angle = random.nextDouble(Math.PI);
        double half = Math.hypot(extent.columns(), extent.rows()) * Extent.CELL_METRES / 2 + 400;
        double[] strips = cuts(random, -half, half, 60, 220);
        double[][] fields = new double[strips.length][];
        int[] first = new int[strips.length];
        int count = 0;
        for (int i = 0; i < strips.length; i++) {
            fields[i] = cuts(random, -half, half, 80, 350);
            first[i] = count;
            count += fields[i].length;
        }
        int[] fieldOfCell = new int[extent.cells()];
        for (int row = 0, cell = 0; row < extent.rows(); row++) {
            double y = (row - extent.rows() / 2.0) * Extent.CELL_METRES;
            for (int column = 0; column < extent.columns(); column++, cell++) {
                double x = (column - extent.columns() / 2.0) * Extent.CELL_METRES;
                int strip = index(strips, Math.cos(angle) * x + Math.sin(angle) * y);
                fieldOfCell[cell] = first[strip] + index(fields[strip], Math.cos(angle) * y - Math.sin(angle) * x);
            }
        }
        return new FieldMosaic(fieldOfCell, count);
    }

    void paint(double[] values, RandomGenerator random) {
        double[] value = new double[fields];
        for (int i = 0; i < fields; i++) {
            value[i] = random.nextGaussian();
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = value[fieldOfCell[i]];
        }
    }

    private static double[] cuts(RandomGenerator random, double from, double to, double least, double most) {
        double[] cuts = new double[(int) Math.ceil((to - from) / least) + 1];
        int n = 0;
        for (double at = from + random.nextDouble(least); at < to; at += random.nextDouble(least, most)) {
            cuts[n++] = at;
        }
        return Arrays.copyOf(cuts, n);
    }

    private static int index(double[] cuts, double at) {
        int found = Arrays.binarySearch(cuts, at);
        int before = found >= 0 ? found : -found - 2;
        return Math.max(0, before);
    }
}
