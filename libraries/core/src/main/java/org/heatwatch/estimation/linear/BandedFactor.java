package org.heatwatch.estimation.linear;

import java.util.Arrays;

/** Cholesky factor of a band matrix, stored as described in {@link BandedCholesky}, with inverted diagonal elements. */
public final class BandedFactor {
    private final double[][] rows;

    BandedFactor(double[][] rows) {
        this.rows = rows;
    }

    /**
     * Replaces right-hand sides by their solutions. Several at once read the factor only once.
     *
     * @param x right-hand sides on entry, solutions on return
     */
    public void solve(double[]... x) {
        // Partial sums of the columns within the band, indexed as in the factor.
        double[][] pending = new double[x.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            int at = i % row.length;
            for (int m = 0; m < x.length; m++) {
                double value = (x[m][i] - pending[m][at]) * row[at];
                x[m][i] = value;
                add(value, row, pending[m]);
                pending[m][at] = 0;
            }
        }
        for (double[] sums : pending) {
            Arrays.fill(sums, 0);
        }
        for (int i = rows.length - 1; i >= 0; i--) {
            double[] row = rows[i];
            int at = i % row.length;
            for (int m = 0; m < x.length; m++) {
                pending[m][at] = 0;
                double value = (x[m][i] - dot(row, pending[m])) * row[at];
                x[m][i] = value;
                pending[m][at] = value;
            }
        }
    }

    private static void add(double factor, double[] row, double[] sums) {
        for (int k = 0; k < row.length; k++) {
            sums[k] += factor * row[k];
        }
    }

    /** Four independent partial sums, so that additions need not wait for each other. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < a.length; k++) {
            s0 += a[k] * b[k];
        }
        return s0 + s1 + (s2 + s3);
    }
}
