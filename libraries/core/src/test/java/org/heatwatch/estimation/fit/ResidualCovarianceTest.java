package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResidualCovarianceTest {
    private static final double[] SMOOTHNESSES = {0.5, 1.5, 4};
    private static final double[] RANGES = {15, 60, 160, 400};

    @Test
    void theCorrelationAtDistanceZeroIsOneLessTheNoiseShare() {
        for (double smoothness : SMOOTHNESSES) {
            assertThat(ResidualCovariance.of(2, smoothness, 100, 0.08, PointSpread.TIRS)
                            .correlation(0))
                    .isCloseTo(0.92, within(1e-12));
        }
    }

    @Test
    void theCorrelationDecreasesWithDistance() {
        for (double smoothness : SMOOTHNESSES) {
            for (double range : RANGES) {
                ResidualCovariance covariance = ResidualCovariance.of(1, smoothness, range, 0.01, PointSpread.TIRS);
                for (double metres = 0; metres < 950; metres += 3.7) {
                    assertThat(covariance.correlation(metres + 3.7)).isLessThan(covariance.correlation(metres));
                }
            }
        }
    }

    @Test
    void aLargerRangeGivesCorrelationAtLargerDistances() {
        ResidualCovariance near = ResidualCovariance.of(1, 1.5, 30, 0.01, PointSpread.TIRS);
        ResidualCovariance far = ResidualCovariance.of(1, 1.5, 250, 0.01, PointSpread.TIRS);

        assertThat(far.correlation(200)).isGreaterThan(near.correlation(200) + 0.3);
    }

    /** For ground much finer than the point spread, the correlation is the autocorrelation of the point spread. */
    @Test
    void theCorrelationOfFineGroundIsThatOfThePointSpread() {
        ResidualCovariance finest = ResidualCovariance.of(1, 4, 1, 0.001, PointSpread.TIRS);
        double sigma = PointSpread.TIRS.sigmaMetres();

        for (double metres = 0; metres < 300; metres += 25) {
            assertThat(finest.correlation(metres))
                    .isCloseTo(Math.exp(-metres * metres / (4 * sigma * sigma)), within(0.003));
        }
    }

    /** Without blur, the covariance is that of the ground: exp(-r / range) for a smoothness of 1/2. */
    @Test
    void withoutBlurItIsMaternsCovariance() {
        ResidualCovariance bare = ResidualCovariance.of(1, 0.5, 200, 0.001, new PointSpread(1));

        for (double metres = 50; metres < 600; metres += 50) {
            assertThat(bare.correlation(metres) / bare.correlation(50))
                    .isCloseTo(Math.exp(-(metres - 50) / 200), within(0.02));
        }
    }

    /** At the distances of the samples of one fit. */
    @ParameterizedTest
    @CsvSource({"0.5, 15", "0.5, 100", "0.5, 400", "1.5, 30", "1.5, 400", "4, 15", "4, 160", "4, 400"})
    void theCovarianceIsPositiveDefinite(double smoothness, double range) {
        ResidualCovariance covariance = ResidualCovariance.of(1, smoothness, range, 0.003, PointSpread.TIRS);
        Random random = new Random(5);
        int n = 120;
        double[] east = random.doubles(n, 0, 650).toArray();
        double[] north = random.doubles(n, 0, 650).toArray();
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double metres = Math.hypot(east[i] - east[j], north[i] - north[j]);
                matrix.set(i, j, i == j ? 1 : covariance.correlation(metres));
            }
        }

        assertThat(DecompositionFactory_DDRM.chol(n, true).decompose(matrix)).isTrue();
    }
}
