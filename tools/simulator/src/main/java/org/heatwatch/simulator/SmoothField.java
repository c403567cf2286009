package org.heatwatch.simulator;

import java.util.random.RandomGenerator;

/**
 * A smooth random field: Gaussian noise smoothed with half, one and two times a length, in equal parts. It models how
 * soil moisture, wind and weather vary from scene to scene.
 */
final class SmoothField {
    private static final int CELLS_PER_NODE = 4;
    private static final double NODE_METRES = CELLS_PER_NODE * Extent.CELL_METRES;
    private static final double[] SCALES = {0.5, 1, 2};
    private static final double REACH = 3;

    private SmoothField() {}

    /**
     * Draws a field.
     *
     * @param kelvin standard deviation of the field in kelvin
     * @param lengthMetres standard deviation of the middle smoothing kernel in metres; at least 40
     * @return one value per cell
     */
    static double[] draw(Extent extent, RandomGenerator random, double kelvin, double lengthMetres) {
        int columns = extent.columns() / CELLS_PER_NODE + 4;
        int rows = extent.rows() / CELLS_PER_NODE + 4;
        double[] nodes = new double[columns * rows];
        for (double scale : SCALES) {
            add(nodes, columns, rows, random, scale * lengthMetres / NODE_METRES, kelvin / Math.sqrt(SCALES.length));
        }
        double[] field = new double[extent.cells()];
        double[] wx = new double[4];
        double[] wy = new double[4];
        for (int row = 0, cell = 0; row < extent.rows(); row++) {
            double y = (double) row / CELLS_PER_NODE;
            int j = (int) y;
            ResamplingMethod.keysWeights(y - j, wy);
            for (int column = 0; column < extent.columns(); column++, cell++) {
                double x = (double) column / CELLS_PER_NODE;
                int i = (int) x;
                ResamplingMethod.keysWeights(x - i, wx);
                for (int b = 0; b < 4; b++) {
                    for (int a = 0; a < 4; a++) {
                        field[cell] += wy[b] * wx[a] * nodes[(j + b) * columns + i + a];
                    }
                }
            }
        }
        return field;
    }

    /** Adds noise smoothed with a Gaussian, whose standard deviation is in nodes, scaled to {@code kelvin}. */
    private static void add(
            double[] nodes, int columns, int rows, RandomGenerator random, double deviation, double kelvin) {
        int reach = (int) Math.ceil(REACH * deviation);
        double[] kernel = new double[2 * reach + 1];
        double sumOfSquares = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = Math.exp(-i * i / (2 * deviation * deviation));
            sumOfSquares += kernel[i + reach] * kernel[i + reach];
        }
        int wide = columns + 2 * reach;
        int high = rows + 2 * reach;
        double[] across = new double[columns * high];
        double[] noise = new double[wide];
        for (int row = 0; row < high; row++) {
            for (int i = 0; i < wide; i++) {
                noise[i] = random.nextGaussian();
            }
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * noise[column + k];
                }
                across[row * columns + column] = sum;
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * across[(row + k) * columns + column];
                }
                nodes[row * columns + column] += kelvin * sum / sumOfSquares;
            }
        }
    }
}
