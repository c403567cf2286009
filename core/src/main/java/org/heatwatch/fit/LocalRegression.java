package org.heatwatch.fit;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Generalised least squares of a few samples on some columns and a plane, under a correlation of the clutter.
 *
 * @param coefficients of the columns, then of the plane
 * @param normalInverse their covariance for clutter of unit variance
 * @param squares weighted sum of squares that is left
 * @param freedom samples less columns
 * @param logDeterminants of the correlation and of the normal matrix: the restricted likelihood needs them
 */
record LocalRegression(
        DMatrixRMaj coefficients, DMatrixRMaj normalInverse, double squares, int freedom, double logDeterminants) {
    private static final double PLANE_METRES = 100;

    /** How many times a column's variance may grow by what it shares with the others. */
    private static final double LARGEST_INFLATION = 1e8;

    /** A value at a place, in metres. */
    record Sample(double east, double north, double value) {}

    /**
     * Fits the samples.
     *
     * @param columns one number a sample each
     * @return empty if the columns cannot be told apart on these samples
     */
    static Optional<LocalRegression> of(List<Sample> samples, List<double[]> columns, ClutterCovariance clutter) {
        int n = samples.size();
        int p = columns.size() + 3;
        if (n <= p) {
            return Optional.empty();
        }
        DMatrixRMaj design = design(samples, columns);
        DMatrixRMaj values = new DMatrixRMaj(n, 1);
        DMatrixRMaj correlation = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            values.set(i, samples.get(i).value());
            for (int j = 0; j < i; j++) {
                double metres = Math.hypot(
                        samples.get(i).east() - samples.get(j).east(),
                        samples.get(i).north() - samples.get(j).north());
                correlation.set(i, j, clutter.correlation(metres));
                correlation.set(j, i, clutter.correlation(metres));
            }
            correlation.set(i, i, 1);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
        double logCorrelation = Math.log(CommonOps_DDRM.det(correlation));
        if (!solver.setA(correlation)) {
            return Optional.empty();
        }
        DMatrixRMaj weighted = new DMatrixRMaj(n, p);
        solver.solve(design, weighted);
        DMatrixRMaj normal = new DMatrixRMaj(p, p);
        CommonOps_DDRM.multTransA(design, weighted, normal);
        DMatrixRMaj right = new DMatrixRMaj(p, 1);
        CommonOps_DDRM.multTransA(weighted, values, right);
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        if (!CommonOps_DDRM.invert(normal, inverse) || !areToldApart(normal, inverse)) {
            return Optional.empty();
        }
        DMatrixRMaj coefficients = new DMatrixRMaj(p, 1);
        CommonOps_DDRM.mult(inverse, right, coefficients);
        DMatrixRMaj left = values.copy();
        CommonOps_DDRM.multAdd(-1, design, coefficients, left);
        DMatrixRMaj weightedLeft = new DMatrixRMaj(n, 1);
        solver.solve(left, weightedLeft);
        double squares = CommonOps_DDRM.dot(left, weightedLeft);
        double logNormal = Math.log(CommonOps_DDRM.det(normal));
        return Optional.of(new LocalRegression(coefficients, inverse, squares, n - p, logCorrelation + logNormal));
    }

    /** Whether no column is so nearly a sum of the others that only rounding tells them apart. */
    private static boolean areToldApart(DMatrixRMaj normal, DMatrixRMaj inverse) {
        for (int i = 0; i < normal.getNumRows(); i++) {
            double inflation = normal.get(i, i) * inverse.get(i, i);
            if (!(inflation > 0 && inflation < LARGEST_INFLATION)) {
                return false;
            }
        }
        return true;
    }

    private static DMatrixRMaj design(List<Sample> samples, List<double[]> columns) {
        int p = columns.size();
        double east = samples.stream().mapToDouble(Sample::east).average().orElse(0);
        double north = samples.stream().mapToDouble(Sample::north).average().orElse(0);
        DMatrixRMaj design = new DMatrixRMaj(samples.size(), p + 3);
        for (int i = 0; i < samples.size(); i++) {
            for (int c = 0; c < p; c++) {
                design.set(i, c, columns.get(c)[i]);
            }
            design.set(i, p, 1);
            design.set(i, p + 1, (samples.get(i).east() - east) / PLANE_METRES);
            design.set(i, p + 2, (samples.get(i).north() - north) / PLANE_METRES);
        }
        return design;
    }
}
