package org.heatwatch.estimation.background;

/** Background map: the idle ground as the samples show it, in effective kelvin, with a yearly cycle. */
public final class BackgroundMap {
    private final MapCoefficients layout;
    private final double[] coefficients;

    BackgroundMap(MapCoefficients layout, double[] coefficients) {
        this.layout = layout;
        this.coefficients = coefficients;
    }

    /**
     * Expected value of a sample, in effective kelvin relative to the level of the scene.
     *
     * @param east easting in metres
     * @param north northing in metres
     */
    public double at(double east, double north, double cosineOfYear, double sineOfYear) {
        int[] index = new int[MapCoefficients.perSample()];
        double[] value = new double[MapCoefficients.perSample()];
        layout.splines(east, north, cosineOfYear, sineOfYear, index, value);
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
            sum += value[i] * coefficients[index[i]];
        }
        return sum;
    }

    /**
     * Evaluates the map and its slopes at each sample of a scene.
     *
     * @param shiftEast easterly displacement of the scene from the map, in metres
     * @param shiftNorth northerly displacement of the scene from the map, in metres
     * @param value filled with effective kelvin
     * @param slopeEast filled with effective kelvin per metre
     * @param slopeNorth filled with effective kelvin per metre
     */
    void evaluate(
            SceneSamples scene,
            double shiftEast,
            double shiftNorth,
            double[] value,
            double[] slopeEast,
            double[] slopeNorth) {
        SplineWeights weights = new SplineWeights();
        Gradient sum = new Gradient();
        for (int s = 0; s < scene.count(); s++) {
            double east = scene.east(s) - shiftEast;
            double north = scene.north(s) - shiftNorth;
            sum.clear();
            weights.at(layout.fine(), east, north);
            addSteady(weights, sum);
            weights.at(layout.coarse(), east, north);
            addYearly(weights, scene, sum);
            value[s] = sum.value;
            slopeEast[s] = sum.slopeEast;
            slopeNorth[s] = sum.slopeNorth;
        }
    }

    private void addSteady(SplineWeights weights, Gradient sum) {
        for (int j = 0; j < SplineLattice.REACH; j++) {
            int start = layout.fine(weights.row + j, weights.column);
            for (int i = 0; i < SplineLattice.REACH; i++) {
                sum.add(coefficients[start + i], weights, i, j);
            }
        }
    }

    private void addYearly(SplineWeights weights, SceneSamples scene, Gradient sum) {
        for (int j = 0; j < SplineLattice.REACH; j++) {
            int start = layout.cosine(weights.row + j, weights.column);
            for (int i = 0; i < SplineLattice.REACH; i++) {
                double coefficient =
                        coefficients[start + 2 * i] * scene.cosine() + coefficients[start + 2 * i + 1] * scene.sine();
                sum.add(coefficient, weights, i, j);
            }
        }
    }

    /** Running sums of a value and its slopes. */
    private static final class Gradient {
        private double value;
        private double slopeEast;
        private double slopeNorth;

        private void clear() {
            value = 0;
            slopeEast = 0;
            slopeNorth = 0;
        }

        private void add(double coefficient, SplineWeights weights, int column, int row) {
            value += coefficient * weights.x[column] * weights.y[row];
            slopeEast += coefficient * weights.slopeX[column] * weights.y[row];
            slopeNorth += coefficient * weights.x[column] * weights.slopeY[row];
        }
    }

    /** Values and slopes of the splines that are non-zero at one position. */
    private static final class SplineWeights {
        private final double[] x = new double[SplineLattice.REACH];
        private final double[] y = new double[SplineLattice.REACH];
        private final double[] slopeX = new double[SplineLattice.REACH];
        private final double[] slopeY = new double[SplineLattice.REACH];
        private int column;
        private int row;

        private void at(SplineLattice lattice, double east, double north) {
            column = lattice.firstColumn(east);
            row = lattice.firstRow(north);
            lattice.acrossColumns(east, x);
            lattice.acrossRows(north, y);
            lattice.columnSlopes(east, slopeX);
            lattice.rowSlopes(north, slopeY);
        }
    }
}
