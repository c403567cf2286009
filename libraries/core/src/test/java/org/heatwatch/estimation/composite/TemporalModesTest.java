package org.heatwatch.estimation.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;

final class TemporalModesTest {
    private static final double[] SMOOTHNESS = {0.001, 0.03, 0.02, 0.001};

    private final DMatrixRMaj temporal = RandomMatrices_DDRM.symmetricPosDef(4, new Random(5));
    private final TemporalModes modes = TemporalModes.of(temporal, SMOOTHNESS);

    private DMatrixRMaj vectors() {
        double[][] identity = new double[4][4];
        for (int i = 0; i < 4; i++) {
            identity[i][i] = 1;
        }
        return new DMatrixRMaj(modes.maps(identity));
    }

    @Test
    void theModesAreIndependent() {
        DMatrixRMaj vectors = vectors();
        DMatrixRMaj product = new DMatrixRMaj(4, 4);
        CommonOps_DDRM.multTransA(vectors, times(temporal, vectors), product);

        assertThat(product.data).containsExactly(CommonOps_DDRM.identity(4).data, within(1e-9));
    }

    @Test
    void eachModeHasOnePenalty() {
        DMatrixRMaj penalties = new DMatrixRMaj(4, 4);
        for (int m = 0; m < 4; m++) {
            penalties.set(m, m, SMOOTHNESS[m] * temporal.get(m, m));
        }
        DMatrixRMaj vectors = vectors();
        DMatrixRMaj product = new DMatrixRMaj(4, 4);
        CommonOps_DDRM.multTransA(vectors, times(penalties, vectors), product);

        DMatrixRMaj expected = new DMatrixRMaj(4, 4);
        for (int mode = 0; mode < 4; mode++) {
            expected.set(mode, mode, modes.penalties()[mode]);
        }
        assertThat(product.data).containsExactly(expected.data, within(1e-9));
    }

    @Test
    void theInverseOfTheTemporalMatrixFollowsFromTheModes() {
        DMatrixRMaj inverse = new DMatrixRMaj(4, 4);
        CommonOps_DDRM.invert(temporal, inverse);

        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                assertThat(modes.inverse(row, column)).isCloseTo(inverse.get(row, column), within(1e-9));
            }
        }
    }

    @Test
    void mapsAreCombinedByTheTransposedModes() {
        DMatrixRMaj vectors = vectors();
        double[][] maps = {{1, 5}, {2, 6}, {3, 7}, {4, 8}};
        DMatrixRMaj expected = new DMatrixRMaj(4, 2);
        CommonOps_DDRM.multTransA(vectors, new DMatrixRMaj(maps), expected);

        assertThat(new DMatrixRMaj(modes.combined(maps)).data).containsExactly(expected.data, within(1e-12));
    }

    private static DMatrixRMaj times(DMatrixRMaj left, DMatrixRMaj right) {
        DMatrixRMaj product = new DMatrixRMaj(4, 4);
        CommonOps_DDRM.mult(left, right, product);
        return product;
    }
}
