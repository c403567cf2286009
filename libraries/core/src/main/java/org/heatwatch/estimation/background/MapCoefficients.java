package org.heatwatch.estimation.background;

import org.locationtech.jts.geom.Envelope;

/**
 * Layout of the coefficients of a background map in one vector: the steady part on a fine lattice; the cosine and sine
 * of the yearly cycle, which are less well determined, on a lattice of twice the spacing. Rows of both alternate from
 * south to north, so that the normal matrix is banded.
 */
final class MapCoefficients {
    /** Spacing in metres of the steady part: half of the shortest wavelength that the point spread transmits. */
    static final double FINE_METRES = 50;

    private static final int PER_SAMPLE = 3 * SplineLattice.REACH * SplineLattice.REACH;

    private final SplineLattice fine;
    private final SplineLattice coarse;
    private final int[] fineStart;
    private final int[] coarseStart;
    private final int count;

    private MapCoefficients(SplineLattice fine, SplineLattice coarse, int[] fineStart, int[] coarseStart, int count) {
        this.fine = fine;
        this.coarse = coarse;
        this.fineStart = fineStart;
        this.coarseStart = coarseStart;
        this.count = count;
    }

    static MapCoefficients of(Envelope area, double fineMetres) {
        SplineLattice fine = SplineLattice.of(area, fineMetres);
        SplineLattice coarse = SplineLattice.of(area, 2 * fineMetres);
        int[] fineStart = new int[fine.rows()];
        int[] coarseStart = new int[coarse.rows()];
        int next = 0;
        int coarseRow = 0;
        for (int row = 0; row < fine.rows(); row++) {
            fineStart[row] = next;
            next += fine.columns();
            if (row % 2 == 0 && coarseRow < coarse.rows()) {
                coarseStart[coarseRow++] = next;
                next += 2 * coarse.columns();
            }
        }
        for (; coarseRow < coarse.rows(); coarseRow++) {
            coarseStart[coarseRow] = next;
            next += 2 * coarse.columns();
        }
        return new MapCoefficients(fine, coarse, fineStart, coarseStart, next);
    }

    int count() {
        return count;
    }

    /** Number of splines, of all three parts, that are non-zero at one sample. */
    static int perSample() {
        return PER_SAMPLE;
    }

    SplineLattice fine() {
        return fine;
    }

    SplineLattice coarse() {
        return coarse;
    }

    int fine(int row, int column) {
        return fineStart[row] + column;
    }

    int cosine(int row, int column) {
        return coarseStart[row] + 2 * column;
    }

    int sine(int row, int column) {
        return cosine(row, column) + 1;
    }

    /** Largest distance in the vector of two coefficients that one sample or one second difference involves. */
    int bandwidth() {
        int widest = 0;
        for (int row = 0; row + SplineLattice.REACH <= fine.rows(); row++) {
            int from = fine(row, 0);
            int to = fine(row + SplineLattice.REACH - 1, fine.columns() - 1);
            for (double offset : new double[] {0.001, 0.999}) {
                int coarseRow = coarse.firstRow(fine.northOf(row + 1 + offset));
                from = Math.min(from, cosine(coarseRow, 0));
                to = Math.max(to, sine(coarseRow + SplineLattice.REACH - 1, coarse.columns() - 1));
            }
            widest = Math.max(widest, to - from);
        }
        return widest;
    }

    /** Indices and values of all splines that are non-zero at a position, those of the yearly cycle times its phase. */
    void splines(double east, double north, double cosineOfYear, double sineOfYear, int[] index, double[] value) {
        double[] x = new double[SplineLattice.REACH];
        double[] y = new double[SplineLattice.REACH];
        int n = 0;
        fine.acrossColumns(east, x);
        fine.acrossRows(north, y);
        int column = fine.firstColumn(east);
        int row = fine.firstRow(north);
        for (int j = 0; j < SplineLattice.REACH; j++) {
            for (int i = 0; i < SplineLattice.REACH; i++) {
                index[n] = fine(row + j, column + i);
                value[n++] = x[i] * y[j];
            }
        }
        coarse.acrossColumns(east, x);
        coarse.acrossRows(north, y);
        column = coarse.firstColumn(east);
        row = coarse.firstRow(north);
        for (int j = 0; j < SplineLattice.REACH; j++) {
            for (int i = 0; i < SplineLattice.REACH; i++) {
                double w = x[i] * y[j];
                index[n] = cosine(row + j, column + i);
                value[n++] = w * cosineOfYear;
                index[n] = sine(row + j, column + i);
                value[n++] = w * sineOfYear;
            }
        }
    }
}
