package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** Draws Gaussian random fields of a known covariance at the positions of a rotated lattice. */
final class FieldDraw {
    private static final double SPACING = 99;

    private final List<double[]> places = new ArrayList<>();
    private final DMatrixRMaj root;

    FieldDraw(int side, SingleSceneCovariance covariance) {
        for (int i = 0; i < side * side; i++) {
            double a = i % side * SPACING;
            double b = Math.floorDiv(i, side) * SPACING;
            places.add(new double[] {0.97 * a - 0.24 * b, 0.24 * a + 0.97 * b});
        }
        int n = places.size();
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double metres = Math.hypot(places.get(i)[0] - places.get(j)[0], places.get(i)[1] - places.get(j)[1]);
                matrix.set(i, j, covariance.variance() * (i == j ? 1 : covariance.correlation(metres)));
            }
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (!cholesky.decompose(matrix)) {
            throw new IllegalStateException("a covariance is positive definite");
        }
        root = cholesky.getT(null);
    }

    /** Values of a field at the positions of the lattice. */
    record Field(List<double[]> places, List<Double> values) implements LocalSamples {
        @Override
        public int count() {
            return values.size();
        }

        @Override
        public double east(int sample) {
            return places.get(sample)[0];
        }

        @Override
        public double north(int sample) {
            return places.get(sample)[1];
        }

        @Override
        public double kelvin(int sample) {
            return values.get(sample);
        }

        Field withValues(List<Double> others) {
            return new Field(places, others);
        }
    }

    Field draw(RandomGenerator random) {
        int n = places.size();
        double[] white = new double[n];
        for (int i = 0; i < n; i++) {
            white[i] = random.nextGaussian();
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += root.get(i, j) * white[j];
            }
            values.add(sum);
        }
        return new Field(places, values);
    }
}
