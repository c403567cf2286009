package org.heatwatch.validation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Non-negative least squares from the normal equations, by the active-set method of Lawson and Hanson (1974). */
final class NonNegativeLeastSquares {
    private static final double TOLERANCE = 1e-9;

    private NonNegativeLeastSquares() {}

    /**
     * Minimises {@code x'Nx / 2 - r'x} over non-negative x.
     *
     * @param normal symmetric positive definite matrix N
     * @param right vector r
     */
    static double[] solve(DMatrixRMaj normal, double[] right) {
        int n = right.length;
        double[] x = new double[n];
        boolean[] isFree = new boolean[n];
        for (int iteration = 0; iteration < 3 * n; iteration++) {
            int best = steepest(normal, right, x, isFree);
            if (best < 0) {
                break;
            }
            isFree[best] = true;
            double[] candidate = solveFree(normal, right, isFree);
            while (shorten(x, candidate, isFree)) {
                candidate = solveFree(normal, right, isFree);
            }
            x = candidate;
        }
        return x;
    }

    /** Index of the bound variable whose increase improves the fit most; -1 if none does. */
    private static int steepest(DMatrixRMaj normal, double[] right, double[] x, boolean[] isFree) {
        int best = -1;
        double most = TOLERANCE * Arrays.stream(right).map(Math::abs).max().orElse(0);
        for (int i = 0; i < x.length; i++) {
            if (!isFree[i]) {
                double gradient = right[i];
                for (int j = 0; j < x.length; j++) {
                    gradient -= normal.get(i, j) * x[j];
                }
                if (gradient > most) {
                    most = gradient;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Moves x towards a candidate up to the bounds and binds what reaches them; false if the candidate is inside. */
    private static boolean shorten(double[] x, double[] candidate, boolean[] isFree) {
        double share = 1;
        int blocking = -1;
        for (int i = 0; i < x.length; i++) {
            if (isFree[i] && candidate[i] <= 0) {
                double reach = x[i] / (x[i] - candidate[i]);
                if (blocking < 0 || reach < share) {
                    share = reach;
                    blocking = i;
                }
            }
        }
        if (blocking < 0) {
            return false;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] += share * (candidate[i] - x[i]);
        }
        x[blocking] = 0;
        isFree[blocking] = false;
        return true;
    }

    private static double[] solveFree(DMatrixRMaj normal, double[] right, boolean[] isFree) {
        int[] free = IntStream.range(0, right.length).filter(i -> isFree[i]).toArray();
        double[] x = new double[right.length];
        if (free.length == 0) {
            return x;
        }
        DMatrixRMaj matrix = new DMatrixRMaj(free.length, free.length);
        DMatrixRMaj vector = new DMatrixRMaj(free.length, 1);
        for (int i = 0; i < free.length; i++) {
            vector.set(i, 0, right[free[i]]);
            for (int j = 0; j < free.length; j++) {
                matrix.set(i, j, normal.get(free[i], free[j]));
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(free.length, 1);
        CommonOps_DDRM.solve(matrix, vector, solution);
        for (int i = 0; i < free.length; i++) {
            x[free[i]] = solution.get(i, 0);
        }
        return x;
    }
}
