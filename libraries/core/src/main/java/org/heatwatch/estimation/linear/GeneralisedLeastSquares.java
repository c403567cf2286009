package org.heatwatch.estimation.linear;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Generalised least squares: samples of known correlation are whitened and reduced to normal equations once. Residual
 * sum of squares, likelihood and solutions under different priors are computed from the normal equations.
 *
 * <p>Each method fits as many of the first columns as it is given priors for; the columns after them are not fitted.
 */
public final class GeneralisedLeastSquares {
    /** Largest variance inflation factor of a column: beyond it, rounding errors dominate. */
    private static final double LARGEST_INFLATION = 1e8;

    private final DMatrixRMaj normal;
    private final double[] right;
    private final double sumOfSquares;
    private final int samples;
    private final double logCorrelation;

    private GeneralisedLeastSquares(
            DMatrixRMaj normal, double[] right, double sumOfSquares, int samples, double logCorrelation) {
        this.normal = normal;
        this.right = right;
        this.sumOfSquares = sumOfSquares;
        this.samples = samples;
        this.logCorrelation = logCorrelation;
    }

    /**
     * Normal equations of correlated samples.
     *
     * @param correlation of the samples; overwritten
     * @param columns each with one value for each sample; whitened in place
     * @param values one for each sample; whitened in place
     * @throws IllegalStateException if the correlation matrix is not positive definite
     */
    public static GeneralisedLeastSquares of(DMatrixRMaj correlation, double[][] columns, double[] values) {
        int n = values.length;
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (!cholesky.decompose(correlation)) {
            throw new IllegalStateException(
                    "the correlation matrix is not positive definite: are two samples at one position?");
        }
        double[] triangle = cholesky.getT(null).data;
        int p = columns.length;
        for (double[] column : columns) {
            TriangularSolver_DDRM.solveL(triangle, column, n);
        }
        TriangularSolver_DDRM.solveL(triangle, values, n);
        DMatrixRMaj normal = new DMatrixRMaj(p, p);
        double[] right = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = Vectors.dot(columns[i], columns[j]);
                normal.set(i, j, sum);
                normal.set(j, i, sum);
            }
            right[i] = Vectors.dot(columns[i], values);
        }
        return new GeneralisedLeastSquares(normal, right, Vectors.dot(values, values), n, logDeterminant(triangle, n));
    }

    /**
     * Normal equations of independent samples.
     *
     * @param rows one for each sample, each with one value for each column
     * @param values one for each sample
     * @param weights inverse variance of each sample
     * @param columns number of columns
     */
    public static GeneralisedLeastSquares weighted(double[][] rows, double[] values, double[] weights, int columns) {
        DMatrixRMaj normal = new DMatrixRMaj(columns, columns);
        double[] right = new double[columns];
        double sumOfSquares = 0;
        double logVariances = 0;
        for (int k = 0; k < rows.length; k++) {
            double weight = weights[k];
            double[] u = rows[k];
            for (int i = 0; i < columns; i++) {
                right[i] += weight * u[i] * values[k];
                for (int j = 0; j < columns; j++) {
                    normal.add(i, j, weight * u[i] * u[j]);
                }
            }
            sumOfSquares += weight * values[k] * values[k];
            logVariances -= Math.log(weight);
        }
        return new GeneralisedLeastSquares(normal, right, sumOfSquares, rows.length, logVariances);
    }

    /**
     * The weight matrix of samples after some columns are projected out. With C the correlation and P the columns, it
     * is {@code C^-1 - C^-1 P (P' C^-1 P)^-1 P' C^-1}.
     *
     * @throws IllegalStateException if the correlation matrix is singular
     */
    public static DMatrixRMaj projection(DMatrixRMaj correlation, DMatrixRMaj columns) {
        DMatrixRMaj whole = new DMatrixRMaj(0, 0);
        DMatrixRMaj seen = new DMatrixRMaj(0, 0);
        DMatrixRMaj normal = new DMatrixRMaj(0, 0);
        DMatrixRMaj back = new DMatrixRMaj(0, 0);
        if (!CommonOps_DDRM.invert(correlation, whole)) {
            throw new IllegalStateException("the correlation matrix of the samples is singular");
        }
        CommonOps_DDRM.mult(whole, columns, seen);
        CommonOps_DDRM.multTransA(columns, seen, normal);
        CommonOps_DDRM.invert(normal);
        CommonOps_DDRM.multTransB(normal, seen, back);
        CommonOps_DDRM.multAdd(-1, seen, back, whole);
        return whole;
    }

    /** From the diagonal of the triangle, since the determinant itself underflows for many samples close together. */
    private static double logDeterminant(double[] triangle, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 2 * Math.log(triangle[i * n + i]);
        }
        return sum;
    }

    /**
     * Residual sum of squares of a fit.
     *
     * @param sumOfSquares weighted, in units of the samples' variance
     * @param degreesOfFreedom number of samples less number of columns
     * @param logDeterminants of the correlation and of the normal matrix, summed: part of the restricted likelihood
     *     (Patterson and Thompson 1971)
     */
    public record ResidualSum(double sumOfSquares, int degreesOfFreedom, double logDeterminants) {}

    /**
     * Residual sum of squares with the first columns fitted.
     *
     * @param ridge added to the diagonal, one value for each fitted column; 0 for a column without a prior
     * @return empty if no degrees of freedom remain, or if the normal matrix is singular
     */
    public Optional<ResidualSum> residual(double[] ridge) {
        return samples <= ridge.length
                ? Optional.empty()
                : explained(1, ridge)
                        .map(e -> new ResidualSum(
                                sumOfSquares - e.sumOfSquares(),
                                samples - ridge.length,
                                logCorrelation + e.logDeterminant()));
    }

    /**
     * Minus twice the log-likelihood with the columns as random effects, apart from a constant and from the determinant
     * of their priors.
     *
     * @param variance of a sample
     * @param precisions inverse prior variance of each column
     * @return empty if the normal matrix is singular
     */
    public Optional<Double> deviance(double variance, double[] precisions) {
        return explained(variance, precisions)
                .map(e -> sumOfSquares / variance
                        - e.sumOfSquares()
                        + samples * Math.log(variance)
                        + logCorrelation
                        + e.logDeterminant());
    }

    private record Explained(double sumOfSquares, double logDeterminant) {}

    private Optional<Explained> explained(double variance, double[] precisions) {
        int p = precisions.length;
        DMatrixRMaj lead = lead(variance, precisions);
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(p, true);
        if (!CommonOps_DDRM.invert(lead, inverse) || !cholesky.decompose(lead)) {
            return Optional.empty();
        }
        double sum = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                sum += right[i] * inverse.get(i, j) * right[j] / (variance * variance);
            }
        }
        return Optional.of(new Explained(sum, logDeterminant(cholesky.getT(null).data, p)));
    }

    private DMatrixRMaj lead(double variance, double[] precisions) {
        int p = precisions.length;
        DMatrixRMaj lead = CommonOps_DDRM.extract(normal, 0, p, 0, p);
        CommonOps_DDRM.scale(1 / variance, lead);
        for (int i = 0; i < p; i++) {
            lead.add(i, i, precisions[i]);
        }
        return lead;
    }

    /**
     * Solves the normal equations with a Gaussian prior for each of the first columns.
     *
     * @param variance of a sample
     * @param priorMeans of the columns
     * @param priorVariances of the columns; infinite for a column without a prior
     * @return empty if the normal matrix is singular
     */
    public Optional<Solution> solve(double variance, double[] priorMeans, double[] priorVariances) {
        int p = priorVariances.length;
        double[] precisions = new double[p];
        for (int i = 0; i < p; i++) {
            precisions[i] = 1 / priorVariances[i];
        }
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        if (!CommonOps_DDRM.invert(lead(variance, precisions), inverse)) {
            return Optional.empty();
        }
        double[] estimates = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                double with = right[j] + variance * priorMeans[j] / priorVariances[j];
                estimates[i] += inverse.get(i, j) * with / variance;
            }
        }
        return Optional.of(new Solution(estimates, inverse, normal, variance));
    }

    /** Estimates of the coefficients of the fitted columns, with their covariance. */
    public static final class Solution {
        private final double[] estimates;
        private final DMatrixRMaj covariance;
        private final DMatrixRMaj normal;
        private final double variance;

        private Solution(double[] estimates, DMatrixRMaj covariance, DMatrixRMaj normal, double variance) {
            this.estimates = estimates;
            this.covariance = covariance;
            this.normal = normal;
            this.variance = variance;
        }

        /** Estimated coefficient of a column. */
        public double estimate(int column) {
            return estimates[column];
        }

        /** Variance of a coefficient, the prior included. */
        public double variance(int column) {
            return covariance.get(column, column);
        }

        /** Predicted value of a row. */
        public double predict(double[] row) {
            return Vectors.dot(row, estimates);
        }

        /** Variance of {@link #predict}, each term divided by {@code divisor}. */
        public double predictionVariance(double[] row, double divisor) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j < row.length; j++) {
                    sum += row[i] * covariance.get(i, j) * row[j] / divisor;
                }
            }
            return sum;
        }

        /** Effective number of parameters: those determined by the samples and not by the prior. */
        public double effectiveParameters() {
            double sum = 0;
            for (int i = 0; i < estimates.length; i++) {
                for (int j = 0; j < estimates.length; j++) {
                    sum += covariance.get(i, j) * normal.get(j, i) / variance;
                }
            }
            return sum;
        }

        /** Change of the first estimate per unit of a column, for a column that is not fitted. */
        public double leverage(int column) {
            double sum = 0;
            for (int i = 0; i < estimates.length; i++) {
                sum += covariance.get(0, i) * normal.get(i, column) / variance;
            }
            return sum;
        }

        /** Whether every column can be separated from the others: no variance inflation factor is excessive. */
        public boolean isWellConditioned() {
            for (int i = 0; i < estimates.length; i++) {
                double inflation = normal.get(i, i) / variance * covariance.get(i, i);
                if (!(inflation > 0 && inflation < LARGEST_INFLATION)) {
                    return false;
                }
            }
            return true;
        }
    }
}
