package org.heatwatch.fit;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.heatwatch.linear.Vectors;

/**
 * What the samples round one target say, whitened by the clutter's correlation and boiled down to normal equations: of the
 * target, a plane, the neighbours, and the slopes of responses by which a misplaced outline does harm.
 *
 * <p>All later questions (how much the scene scatters, what neighbours are doing) are asked of these few numbers.
 */
final class LocalNormal {
    /** Columns of the plane, after the target's own. */
    static final int PLANE = 3;

    /** First column of the neighbours. */
    static final int FIRST_NEIGHBOUR = 1 + PLANE;

    private static final double UNSEEN = 1e-6;

    private final DMatrixRMaj normal;
    private final DMatrixRMaj right;
    private final double squares;
    private final int samples;
    private final double logCorrelation;

    private LocalNormal(DMatrixRMaj normal, DMatrixRMaj right, double squares, int samples, double logCorrelation) {
        this.logCorrelation = logCorrelation;
        this.normal = normal;
        this.right = right;
        this.squares = squares;
        this.samples = samples;
    }

    /**
     * Whitens, in place, and sums up.
     *
     * @param columns column after column, each with one number a sample
     * @param values effective kelvin of each sample
     */
    static LocalNormal of(double[] east, double[] north, double[][] columns, double[] values, GroundClutter clutter) {
        int n = values.length;
        DMatrixRMaj correlation = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double x = east[i] - east[j];
                double y = north[i] - north[j];
                double c = clutter.correlation(Math.sqrt(x * x + y * y));
                correlation.set(i, j, c);
                correlation.set(j, i, c);
            }
            correlation.set(i, i, 1);
        }
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
        DMatrixRMaj right = new DMatrixRMaj(p, 1);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = Vectors.dot(columns[i], columns[j]);
                normal.set(i, j, sum);
                normal.set(j, i, sum);
            }
            right.set(i, Vectors.dot(columns[i], values));
        }
        double logCorrelation = 0;
        for (int i = 0; i < n; i++) {
            logCorrelation += 2 * Math.log(triangle[i * n + i]);
        }
        return new LocalNormal(normal, right, Vectors.dot(values, values), n, logCorrelation);
    }

    /** What is left over when the first columns are all free. */
    LeftOver leftOver(int columns) {
        DMatrixRMaj lead = lead(columns);
        for (int i = FIRST_NEIGHBOUR; i < columns; i++) {
            lead.add(i, i, UNSEEN); // a neighbour that no sample sees
        }
        DMatrixRMaj inverse = new DMatrixRMaj(columns, columns);
        double determinant = CommonOps_DDRM.det(lead);
        if (samples <= columns || !(determinant > 0) || !CommonOps_DDRM.invert(lead, inverse)) {
            return new LeftOver(0, 0, 0);
        }
        double explained = 0;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                explained += right.get(i) * inverse.get(i, j) * right.get(j);
            }
        }
        return new LeftOver(squares - explained, samples - columns, logCorrelation + Math.log(determinant));
    }

    /**
     * What a fit leaves over.
     *
     * @param squares weighted sum of squares, in units of the clutter's variance
     * @param freedom samples less columns; 0 if nothing is left to judge by
     * @param logDeterminants of the correlation and of the normal matrix: the restricted likelihood needs them
     */
    record LeftOver(double squares, int freedom, double logDeterminants) {}

    /**
     * Minus twice the logarithm of the likelihood, apart from a constant, when the roofs vary by chance and the plane is
     * free. It may be compared between point spreads, which a fit with free roofs may not.
     *
     * @param variance of the clutter, square of an effective kelvin
     * @param roofVariance by which a roof varies, square of an effective kelvin
     * @param columns how many of the first columns are roofs and the plane
     */
    double deviance(double variance, double roofVariance, int columns) {
        DMatrixRMaj lead = lead(columns);
        CommonOps_DDRM.scale(1 / variance, lead);
        for (int i = 0; i < columns; i++) {
            boolean isPlane = i > 0 && i < FIRST_NEIGHBOUR;
            lead.add(i, i, isPlane ? UNSEEN : 1 / roofVariance);
        }
        double determinant = CommonOps_DDRM.det(lead);
        DMatrixRMaj inverse = new DMatrixRMaj(columns, columns);
        if (!(determinant > 0) || !CommonOps_DDRM.invert(lead, inverse)) {
            return Double.NaN;
        }
        double explained = 0;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                explained += right.get(i) * inverse.get(i, j) * right.get(j) / (variance * variance);
            }
        }
        return squares / variance
                - explained
                + samples * Math.log(variance)
                + logCorrelation
                + Math.log(determinant)
                + (columns - PLANE) * Math.log(roofVariance);
    }

    private DMatrixRMaj lead(int columns) {
        return CommonOps_DDRM.extract(normal, 0, columns, 0, columns);
    }

    /**
     * Solves with what is known beforehand of each neighbour.
     *
     * @param variance of the clutter in this scene, square of an effective kelvin
     * @param neighbourVariance of each neighbour's excess, square of an effective kelvin
     */
    Solved solve(double variance, double[] neighbourVariance) {
        int p = FIRST_NEIGHBOUR + neighbourVariance.length;
        DMatrixRMaj lead = lead(p);
        CommonOps_DDRM.scale(1 / variance, lead);
        for (int i = 0; i < neighbourVariance.length; i++) {
            lead.add(FIRST_NEIGHBOUR + i, FIRST_NEIGHBOUR + i, 1 / neighbourVariance[i]);
        }
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        if (!CommonOps_DDRM.invert(lead, inverse)) {
            throw new IllegalStateException("a target that no sample sees");
        }
        double[] estimate = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                estimate[i] += inverse.get(i, j) * right.get(j) / variance;
            }
        }
        return new Solved(estimate, inverse);
    }

    /**
     * How much the target's excess changes for each unit of a column that is not fitted.
     *
     * @param column number of it, after those fitted
     */
    double leverage(Solved solved, double variance, int column) {
        double sum = 0;
        for (int i = 0; i < solved.estimate.length; i++) {
            sum += solved.inverse.get(0, i) * normal.get(i, column) / variance;
        }
        return sum;
    }

    /** Estimates of the target, the plane and the neighbours, with their covariance. */
    static final class Solved {
        private final double[] estimate;
        private final DMatrixRMaj inverse;

        private Solved(double[] estimate, DMatrixRMaj inverse) {
            this.estimate = estimate;
            this.inverse = inverse;
        }

        double estimate(int column) {
            return estimate[column];
        }

        double variance(int column) {
            return inverse.get(column, column);
        }
    }
}
