package org.heatwatch.estimation.background;

/** The idle ground as the sensor's samples show it, in effective kelvin, with its yearly cycle. */
public final class IdleMap {
    private final MapCoefficients layout;
    private final double[] coefficients;

    IdleMap(MapCoefficients layout, double[] coefficients) {
        this.layout = layout;
        this.coefficients = coefficients;
    }

    /** What a sample at this place would show at a time of year, in effective kelvin about the site's level. */
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
     * Value and slopes at each sample of a scene that is shifted against the map.
     *
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
        SplineWeights w = new SplineWeights();
        for (int s = 0; s < scene.count(); s++) {
            double east = scene.east(s) - shiftEast;
            double north = scene.north(s) - shiftNorth;
            w.at(layout.fine(), east, north);
            double sum = 0;
            double dEast = 0;
            double dNorth = 0;
            for (int j = 0; j < SplineLattice.REACH; j++) {
                int start = layout.fine(w.row + j, w.column);
                for (int i = 0; i < SplineLattice.REACH; i++) {
                    double c = coefficients[start + i];
                    sum += c * w.x[i] * w.y[j];
                    dEast += c * w.slopeX[i] * w.y[j];
                    dNorth += c * w.x[i] * w.slopeY[j];
                }
            }
            w.at(layout.coarse(), east, north);
            for (int j = 0; j < SplineLattice.REACH; j++) {
                int start = layout.cosine(w.row + j, w.column);
                for (int i = 0; i < SplineLattice.REACH; i++) {
                    double c = coefficients[start + 2 * i] * scene.cosine()
                            + coefficients[start + 2 * i + 1] * scene.sine();
                    sum += c * w.x[i] * w.y[j];
                    dEast += c * w.slopeX[i] * w.y[j];
                    dNorth += c * w.x[i] * w.slopeY[j];
                }
            }
            value[s] = sum;
            slopeEast[s] = dEast;
            slopeNorth[s] = dNorth;
        }
    }

    /** The splines that one place sees. */
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
