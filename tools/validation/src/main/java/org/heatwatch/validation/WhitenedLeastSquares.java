package org.heatwatch.validation;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Generalised least squares on a fixed design matrix under a fixed covariance.
 *
 * @param root lower Cholesky factor of the covariance
 * @param whitened design matrix, whitened by that factor
 * @param inverse inverse of the normal matrix
 * @param logDeterminants sum of the log determinants of covariance and normal matrix, for the restricted likelihood
 */
record WhitenedLeastSquares(DMatrixRMaj root, DMatrixRMaj whitened, DMatrixRMaj inverse, double logDeterminants) {
    /** Largest accepted variance inflation factor of a column. */
    private static final double LARGEST_INFLATION = 1e8;

    static Optional<WhitenedLeastSquares> of(DMatrixRMaj covariance, DMatrixRMaj design) {
        int n = design.getNumRows();
        int p = design.getNumCols();
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (n <= p || !cholesky.decompose(covariance.copy())) {
            return Optional.empty();
        }
        DMatrixRMaj root = cholesky.getT(null);
        DMatrixRMaj whitened = new DMatrixRMaj(n, p);
        for (int c = 0; c < p; c++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = design.get(i, c);
            }
            TriangularSolver_DDRM.solveL(root.data, column, n);
            for (int i = 0; i < n; i++) {
                whitened.set(i, c, column[i]);
            }
        }
        DMatrixRMaj normal = new DMatrixRMaj(p, p);
        CommonOps_DDRM.multTransA(whitened, whitened, normal);
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        if (!CommonOps_DDRM.invert(normal.copy(), inverse)) {
            return Optional.empty();
        }
        for (int c = 0; c < p; c++) {
            double inflation = normal.get(c, c) * inverse.get(c, c);
            if (!(inflation > 0 && inflation < LARGEST_INFLATION)) {
                return Optional.empty();
            }
        }
        double logDeterminants = Math.log(CommonOps_DDRM.det(normal));
        for (int i = 0; i < n; i++) {
            logDeterminants += 2 * Math.log(root.get(i, i));
        }
        return Optional.of(new WhitenedLeastSquares(root, whitened, inverse, logDeterminants));
    }

    int degreesOfFreedom() {
        return whitened.getNumRows() - whitened.getNumCols();
    }

    /** Variance of the coefficient of a column under the given covariance. */
    double variance(int column) {
        return inverse.get(column, column);
    }

    /** Weights whose dot product with the values is the coefficient of a column. */
    double[] weights(int column) {
        int n = whitened.getNumRows();
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < whitened.getNumCols(); c++) {
                weights[i] += whitened.get(i, c) * inverse.get(c, column);
            }
        }
        TriangularSolver_DDRM.solveTranL(root.data, weights, n);
        return weights;
    }

    /** Weighted residual sum of squares of some values. */
    double sumOfSquares(double[] values) {
        int n = whitened.getNumRows();
        int p = whitened.getNumCols();
        double[] white = values.clone();
        TriangularSolver_DDRM.solveL(root.data, white, n);
        double sumOfSquares = 0;
        double[] right = new double[p];
        for (int i = 0; i < n; i++) {
            sumOfSquares += white[i] * white[i];
            for (int c = 0; c < p; c++) {
                right[c] += whitened.get(i, c) * white[i];
            }
        }
        for (int c = 0; c < p; c++) {
            for (int d = 0; d < p; d++) {
                sumOfSquares -= right[c] * inverse.get(c, d) * right[d];
            }
        }
        return sumOfSquares;
    }
}
