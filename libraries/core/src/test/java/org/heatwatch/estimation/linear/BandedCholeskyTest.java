package org.heatwatch.estimation.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BandedCholeskyTest {

    /** A random positive definite band matrix, the product of L and its transpose; L is nearly diagonal. */
    private static DMatrixRMaj random(int order, int bandwidth, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DMatrixRMaj lower = new DMatrixRMaj(order, order);
        for (int i = 0; i < order; i++) {
            for (int j = Math.max(0, i - bandwidth); j < i; j++) {
                lower.set(i, j, random.nextDouble(-1, 1) / (1 + bandwidth));
            }
            lower.set(i, i, random.nextDouble(0.5, 2));
        }
        DMatrixRMaj matrix = new DMatrixRMaj(order, order);
        CommonOps_DDRM.multTransB(lower, lower, matrix);
        return matrix;
    }

    private static BandedCholesky banded(DMatrixRMaj matrix, int bandwidth) {
        int order = matrix.getNumRows();
        BandedCholesky banded = new BandedCholesky(order, bandwidth);
        for (int i = 0; i < order; i++) {
            for (int j = i; j < Math.min(order, i + bandwidth + 1); j++) {
                banded.entries()[banded.index(i, j)] += matrix.get(i, j);
            }
        }
        return banded;
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "5, 4", "7, 0", "9, 3", "40, 1", "41, 6", "64, 17", "65, 63", "131, 24", "130, 4"})
    void theSolutionIsThatOfADenseSolver(int order, int bandwidth) {
        DMatrixRMaj matrix = random(order, bandwidth, 31L * order + bandwidth);
        DMatrixRMaj truth = new DMatrixRMaj(order, 1);
        SplittableRandom random = new SplittableRandom(order);
        for (int i = 0; i < order; i++) {
            truth.set(i, random.nextDouble(-3, 3));
        }
        DMatrixRMaj right = new DMatrixRMaj(order, 1);
        CommonOps_DDRM.mult(matrix, truth, right);
        DMatrixRMaj dense = new DMatrixRMaj(order, 1);
        CommonOps_DDRM.solve(matrix.copy(), right.copy(), dense);
        BandedCholesky banded = banded(matrix, bandwidth);

        assertThat(banded.factor(0, 0)).isTrue();
        double[] x = right.data.clone();
        banded.solve(x);

        assertThat(x).containsExactly(dense.data, within(1e-10));
    }

    @Test
    void dampingAndRidgeGoOnTheDiagonalOfTheFactorOnly() {
        DMatrixRMaj matrix = random(30, 5, 1);
        BandedCholesky banded = banded(matrix, 5);
        double before = banded.diagonal(7);
        for (int i = 0; i < 30; i++) {
            matrix.set(i, i, matrix.get(i, i) * 1.5 + 0.25);
        }
        DMatrixRMaj right = new DMatrixRMaj(30, 1);
        right.fill(1);
        DMatrixRMaj dense = new DMatrixRMaj(30, 1);
        CommonOps_DDRM.solve(matrix, right, dense);

        assertThat(banded.factor(0.5, 0.25)).isTrue();
        double[] x = right.data.clone();
        banded.solve(x);

        assertThat(x).containsExactly(dense.data, within(1e-9));
        assertThat(banded.diagonal(7)).isEqualTo(before);
    }

    @Test
    void aMatrixCanBeFactoredAgainAfterItWasCleared() {
        BandedCholesky banded = banded(random(20, 3, 5), 3);
        assertThat(banded.factor(0, 0)).isTrue();
        banded.clear();
        assertThat(banded.factor(0, 2)).isTrue();

        double[] x = {6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6};
        banded.solve(x);

        assertThat(x).containsOnly(new double[] {3}, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "4", "17", "39"})
    void aMatrixThatIsNotPositiveDefiniteIsRejected(int where) {
        DMatrixRMaj matrix = random(40, 6, 2);
        matrix.set(where, where, -0.1);

        assertThat(banded(matrix, 6).factor(0, 0)).isFalse();
    }

    @Test
    void aMatrixWithoutANumberIsRejected() {
        DMatrixRMaj matrix = random(10, 2, 2);
        matrix.set(4, 4, Double.NaN);

        assertThat(banded(matrix, 2).factor(0, 0)).isFalse();
    }
}
