package org.heatwatch.estimation.cloud;

import java.util.List;

/** Cells of 200 m by 200 m, each with two by two native samples: smaller than a cloud, with little noise. */
final class CellLattice {
    static final double CELL_METRES = 200;

    private final double west;
    private final double south;
    private final int columns;
    private final int rows;

    private CellLattice(double west, double south, int columns, int rows) {
        this.west = west;
        this.south = south;
        this.columns = columns;
        this.rows = rows;
    }

    /** The lattice that covers all samples of some scenes. */
    static CellLattice of(List<ThermalScene> scenes) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (ThermalScene scene : scenes) {
            for (int s = 0; s < scene.count(); s++) {
                west = Math.min(west, scene.east()[s]);
                east = Math.max(east, scene.east()[s]);
                south = Math.min(south, scene.north()[s]);
                north = Math.max(north, scene.north()[s]);
            }
        }
        return new CellLattice(
                west,
                south,
                Math.max(1, (int) Math.floor((east - west) / CELL_METRES) + 1),
                Math.max(1, (int) Math.floor((north - south) / CELL_METRES) + 1));
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int count() {
        return columns * rows;
    }

    /** The cell of a position; -1 outside of the lattice. */
    int cell(double east, double north) {
        int column = (int) Math.floor((east - west) / CELL_METRES);
        int row = (int) Math.floor((north - south) / CELL_METRES);
        return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
    }

    /** Mean of the samples in each cell, kelvin; NaN without a sample. */
    double[] means(ThermalScene scene) {
        double[] sum = new double[count()];
        int[] samples = new int[count()];
        for (int s = 0; s < scene.count(); s++) {
            int cell = cell(scene.east()[s], scene.north()[s]);
            if (cell >= 0) {
                sum[cell] += scene.kelvin()[s];
                samples[cell]++;
            }
        }
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] = samples[cell] == 0 ? Double.NaN : sum[cell] / samples[cell];
        }
        return sum;
    }

    /** Each value less the mean of those around it; NaN where there is no value. */
    double[] fine(double[] values, int reach) {
        double[] fine = new double[values.length];
        for (int cell = 0; cell < fine.length; cell++) {
            fine[cell] = values[cell] - meanAround(values, cell, reach);
        }
        return fine;
    }

    private double meanAround(double[] values, int cell, int reach) {
        double sum = 0;
        int count = 0;
        for (int near : around(cell, reach)) {
            if (Double.isFinite(values[near])) {
                sum += values[near];
                count++;
            }
        }
        return sum / count;
    }

    /** The cells within a number of rows and columns of a cell, itself included. */
    int[] around(int cell, int reach) {
        int row = cell / columns;
        int column = cell % columns;
        int firstRow = Math.max(0, row - reach);
        int lastRow = Math.min(rows - 1, row + reach);
        int firstColumn = Math.max(0, column - reach);
        int lastColumn = Math.min(columns - 1, column + reach);
        int[] around = new int[(lastRow - firstRow + 1) * (lastColumn - firstColumn + 1)];
        int count = 0;
        for (int r = firstRow; r <= lastRow; r++) {
            for (int c = firstColumn; c <= lastColumn; c++) {
                around[count++] = r * columns + c;
            }
        }
        return around;
    }
}
