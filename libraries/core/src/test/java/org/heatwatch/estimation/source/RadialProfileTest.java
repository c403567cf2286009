package org.heatwatch.estimation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RadialProfileTest {
    private static final double SIGMA = 80;

    private final RadialProfile gaussian = new RadialProfile(IntStream.range(0, 80)
            .mapToDouble(i -> value(25.0 * i))
            .toArray());

    private static double value(double r) {
        return Math.exp(-r * r / (2 * SIGMA * SIGMA));
    }

    @Test
    void valuesAndDerivativesBetweenTheNodesAreThoseOfTheFunction() {
        for (double r = 0; r < 300; r += 7) {
            assertThat(gaussian.at(r)).isCloseTo(value(r), within(1e-3));
            assertThat(gaussian.slope(r)).isCloseTo(-r / (SIGMA * SIGMA) * value(r), within(1e-4));
            assertThat(gaussian.curvature(r))
                    .isCloseTo((r * r / (SIGMA * SIGMA) - 1) / (SIGMA * SIGMA) * value(r), within(6e-6));
        }
    }

    @Test
    void theSlopeAtTheCentreIsZero() {
        assertThat(gaussian.slope(0)).isCloseTo(0, within(1e-12));
    }

    @Test
    void beyondItsReachTheProfileIsZero() {
        assertThat(gaussian.at(5000)).isZero();
    }
}
