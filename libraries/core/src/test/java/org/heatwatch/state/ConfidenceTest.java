package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.heatwatch.landsat.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfidenceTest {

    @ParameterizedTest(name = "{0}, {1} visible, {2} m, {3} sigma, {4} observations: {5}")
    @CsvSource({
        "T1, 0.95, 2000, 1.99, 24, HIGH",
        "T1, 1, Infinity, -1.99, 90, HIGH",
        "RT, 1, Infinity, 0, 90, MEDIUM",
        "T2, 1, Infinity, 0, 90, MEDIUM",
        "T1, 0.949, 2000, 0, 24, MEDIUM",
        "T1, 1, 1999, 0, 24, MEDIUM",
        "T1, 1, 2000, -2, 24, MEDIUM",
        "T1, 1, 2000, 0, 23, MEDIUM",
        "RT, 1, 2000, 0, 23, LOW",
        "T1, 0.9, 100, 5, 24, LOW",
        "RT, 0.9, 100, 5, 15, LOW"
    })
    void eachUnmetCriterionLowersTheConfidence(
            Tier tier, double visible, double metres, double commonMode, int observations, Confidence confidence) {
        assertThat(Confidence.of(tier, visible, metres, commonMode, observations))
                .isEqualTo(confidence);
    }

    @Test
    void anUnknownValueLowersTheConfidence() {
        assertThat(Confidence.of(Tier.T1, 1, Double.NaN, 0, 24)).isEqualTo(Confidence.MEDIUM);
        assertThat(Confidence.of(Tier.T1, 1, Double.NaN, Double.NaN, 24)).isEqualTo(Confidence.LOW);
    }
}
