package org.heatwatch.estimation.background;

import org.locationtech.jts.geom.Envelope;

/**
 * Where the coefficients of an idle map stand in one vector: the steady part on a fine lattice; cosine and sine of the
 * year, of which less is known, on a lattice of twice the spacing. Rows of both alternate from south to north, so that
 * the normal matrix is banded.
 */
final class MapCoefficients {
    /** Spacing in metres of the steady part: half of the shortest wave that a sample's point spread lets through. */
    static final double FINE_METRES = 50;

    private static final int PER_SAMPLE = 3 * SplineLattice.REACH * SplineLattice.REACH;

    private final SplineLattice fine;
    private final SplineLattice coarse;
    private final int[] fineStart;
    private final int[] coarseStart;
    private final int count;

    MapCoefficients(Envelope area, double fineMetres) {
        fine = new SplineLattice(area, fineMetres);
        coarse = new SplineLattice(area, 2 * fineMetres);
        fineStart = new int[fine.rows()];
        coarseStart = new int[coarse.rows()];
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
        count = next;
    }

    int count() {
        return count;
    }

    /** Splines that one sample sees, of all three parts. */
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

    /** How far apart two coefficients stand at most that one sample or one difference sees. */
    int bandwidth() {
        int widest = 0;
        for (int row = 0; row + SplineLattice.REACH <= fine.rows(); row++) {
            int from = fine(row, 0);
            int to = fine(row + SplineLattice.REACH - 1, fine.columns() - 1);
            for (double place : new double[] {0.001, 0.999}) {
                int coarseRow = coarse.firstRow(fine.northOf(row + 1 + place));
                from = Math.min(from, cosine(coarseRow, 0));
                to = Math.max(to, sine(coarseRow + SplineLattice.REACH - 1, coarse.columns() - 1));
            }
            widest = Math.max(widest, to - from);
        }
        return widest;
    }

    /** Indices and values of all splines at a place, the yearly ones times the season. */
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
