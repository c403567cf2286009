package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeatScoreTest {

    /** Quantiles of Student's t from printed tables. */
    @ParameterizedTest
    @CsvSource({"10, 2.764, 99", "10, 1.372, 90", "20, -1.725, 5", "30, 2.042, 97.5", "5, 3.365, 99", "100, 2.364, 99"})
    void theScoreIsThePercentileOfStudentsT(double degreesOfFreedom, double z, double score) {
        assertThat(HeatScore.of(z, degreesOfFreedom).score()).isCloseTo(score, within(0.01));
    }

    @Test
    void theScoreAtThePredictionIsFifty() {
        assertThat(HeatScore.of(0, 12)).isEqualTo(new HeatScore(50, 0.5, 0));
    }

    /** With one degree of freedom it is Cauchy's distribution, whose tail is known. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10, 300, 1e6, 1e12})
    void theTailsAreExactWhereTheScoreHasSaturated(double z) {
        double tail = Math.atan(1 / z) / Math.PI;

        assertThat(HeatScore.of(z, 1).pValue()).isCloseTo(tail, within(1e-12 * tail));
        assertThat(HeatScore.of(-z, 1).score()).isCloseTo(100 * tail, within(1e-10 * tail));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3.99, -3.5, -1, 1e-9, 0.7, 2.5, 3.99})
    void theDeviateOfANormalDeviationIsTheDeviation(double z) {
        assertThat(HeatScore.of(z, Double.POSITIVE_INFINITY).q()).isCloseTo(z, within(1e-12));
    }

    @Test
    void theDeviateIsAtMostFour() {
        assertThat(HeatScore.of(4.01, Double.POSITIVE_INFINITY).q()).isEqualTo(4);
        assertThat(HeatScore.of(Double.POSITIVE_INFINITY, 3)).isEqualTo(new HeatScore(100, 0, 4));
        assertThat(HeatScore.of(Double.NEGATIVE_INFINITY, 3)).isEqualTo(new HeatScore(0, 1, -4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3.7, 11, 36, 250, 1e7})
    void deviatesAreAntisymmetricAndIncreaseWithTheDeviation(double degreesOfFreedom) {
        double before = 0;
        for (double z = 0.05; z < 12; z += 0.05) {
            double q = HeatScore.of(z, degreesOfFreedom).q();
            assertThat(HeatScore.of(-z, degreesOfFreedom).q()).isEqualTo(-q);
            assertThat(q).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(z + 1e-12);
            before = q;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 11, 36, 250})
    void theTableAgreesWithTheScore(double degreesOfFreedom) {
        DeviateTable table = DeviateTable.of(degreesOfFreedom);
        for (double z = -30; z < 30; z += 0.0137) {
            assertThat(table.deviate(z))
                    .isCloseTo(HeatScore.of(z, degreesOfFreedom).q(), within(2e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 50.0", "3.14159, 3.1", "99.94, 99.9", "99.95, >99.9", "100, >99.9"})
    void theTextClaimsNoMoreThanNinetyNinePointNine(double score, String shown) {
        assertThat(HeatScore.shown(score)).isEqualTo(shown);
        assertThat(new HeatScore(score, 0.5, 0).shown()).isEqualTo(shown);
    }

    @Test
    void invalidValuesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> HeatScore.of(Double.NaN, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> HeatScore.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> HeatScore.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new HeatScore(101, 0.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HeatScore(50, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HeatScore(50, 0.5, 4.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new JudgedObservation.NoObservation(" ", 0));
    }
}
