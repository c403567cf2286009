package org.heatwatch.estimation.linear;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Generalised least squares: samples of known correlation are whitened once and reduced to normal equations. All later
 * questions (how much they scatter, what a column amounts to, what a prior makes of it) are asked of these few numbers.
 *
 * <p>A question is about the first columns only, as many as it names priors of; columns after them are not fitted.
 */
public final class GeneralisedLeastSquares {
    /** How many times a column's variance may grow by what it shares with the others. */
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
     * Samples that are correlated.
     *
     * @param correlation of the samples; is lost
     * @param columns column after column, each with one number a sample; whitened in place
     * @param values one for each sample; whitened in place
     */
    public static GeneralisedLeastSquares of(DMatrixRMaj correlation, double[][] columns, double[] values) {
        int n = values.length;
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (!cholesky.decompose(correlation)) {
            throw new IllegalStateException("two samples at one place: their correlation has no inverse");
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
     * Samples that are independent.
     *
     * @param rows one for each sample, each with one number a column
     * @param weights inverse variance of each sample
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
     * The matrix that takes some columns out of samples before it weighs them: with C the correlation and P the columns,
     * {@code C^-1 - C^-1 P (P' C^-1 P)^-1 P' C^-1}.
     */
    public static DMatrixRMaj projection(DMatrixRMaj correlation, DMatrixRMaj columns) {
        DMatrixRMaj whole = new DMatrixRMaj(0, 0);
        DMatrixRMaj seen = new DMatrixRMaj(0, 0);
        DMatrixRMaj normal = new DMatrixRMaj(0, 0);
        DMatrixRMaj back = new DMatrixRMaj(0, 0);
        if (!CommonOps_DDRM.invert(correlation, whole)) {
            throw new IllegalStateException("the samples' correlation has no inverse");
        }
        CommonOps_DDRM.mult(whole, columns, seen);
        CommonOps_DDRM.multTransA(columns, seen, normal);
        CommonOps_DDRM.invert(normal);
        CommonOps_DDRM.multTransB(normal, seen, back);
        CommonOps_DDRM.multAdd(-1, seen, back, whole);
        return whole;
    }

    /** Summed from the triangle's diagonal: the determinant itself underflows where many samples lie close together. */
    private static double logDeterminant(double[] triangle, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 2 * Math.log(triangle[i * n + i]);
        }
        return sum;
    }

    /**
     * What a fit leaves over.
     *
     * @param sumOfSquares weighted, in units of the samples' variance
     * @param degreesOfFreedom samples less columns
     * @param logDeterminants of the correlation and of the normal matrix: the restricted likelihood needs them (Patterson
     *     and Thompson 1971)
     */
    public record Remainder(double sumOfSquares, int degreesOfFreedom, double logDeterminants) {}

    /**
     * What is left over when columns are fitted.
     *
     * @param ridge added to the diagonal for each column; 0 for a free one
     * @return empty if nothing is left to judge by, or the columns cannot be told apart
     */
    public Optional<Remainder> remainder(double[] ridge) {
        return samples <= ridge.length
                ? Optional.empty()
                : explained(1, ridge)
                        .map(e -> new Remainder(
                                sumOfSquares - e.sumOfSquares(),
                                samples - ridge.length,
                                logCorrelation + e.logDeterminant()));
    }

    /**
     * Minus twice the logarithm of the likelihood when columns vary by chance, apart from a constant and from the
     * determinant of their priors.
     *
     * @param variance of a sample
     * @param precisions inverse variance of each column
     * @return empty if the columns cannot be told apart
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
     * Solves with what is known beforehand of each column.
     *
     * @param variance of a sample
     * @param priorMeans of the columns
     * @param priorVariances of the columns; infinite for a free one
     * @return empty if the normal matrix has no inverse
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

    /** Estimates of the fitted columns, with their covariance. */
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

        public double estimate(int column) {
            return estimates[column];
        }

        public double variance(int column) {
            return covariance.get(column, column);
        }

        /** The value that the estimates give a row. */
        public double predict(double[] row) {
            return Vectors.dot(row, estimates);
        }

        /** Variance of {@link #predict}, divided term by term. */
        public double predictionVariance(double[] row, double divisor) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j < row.length; j++) {
                    sum += row[i] * covariance.get(i, j) * row[j] / divisor;
                }
            }
            return sum;
        }

        /** How many parameters the samples themselves settled, what was known beforehand taken off. */
        public double effectiveParameters() {
            double sum = 0;
            for (int i = 0; i < estimates.length; i++) {
                for (int j = 0; j < estimates.length; j++) {
                    sum += covariance.get(i, j) * normal.get(j, i) / variance;
                }
            }
            return sum;
        }

        /** How much the first estimate changes for each unit of a column that is not fitted. */
        public double leverage(int column) {
            double sum = 0;
            for (int i = 0; i < estimates.length; i++) {
                sum += covariance.get(0, i) * normal.get(i, column) / variance;
            }
            return sum;
        }

        /** Whether no column is so nearly a sum of the others that only rounding tells them apart. */
        public boolean isToldApart() {
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
