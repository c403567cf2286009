package org.heatwatch.estimation.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.junit.jupiter.api.Test;

final class FalseAlarmRateTest {

    @Test
    void uncorrelatedNodesAreAllIndependent() {
        double median = 1 - Math.pow(0.5, 1.0 / 300);

        FalseAlarmRate rate = FalseAlarmRate.of(Collections.nCopies(31, median), 300, 1e-3);

        assertThat(rate.independentNodes()).isCloseTo(300, within(1e-6));
        assertThat(1 - Math.pow(1 - rate.threshold(), 300)).isCloseTo(1e-3, within(1e-9));
    }

    @Test
    void correlatedNodesAreEquivalentToFewerIndependentOnes() {
        FalseAlarmRate rate = FalseAlarmRate.of(Collections.nCopies(31, 0.05), 300, 1e-3);

        assertThat(rate.independentNodes()).isBetween(14.0, 150.0);
    }

    @Test
    void withoutReferenceScenesAllNodesAreIndependent() {
        assertThat(FalseAlarmRate.of(List.of(), 300, 1e-3).independentNodes()).isEqualTo(300);
    }

    @Test
    void theSmallestTailIsThatOfTheMostImprobableNode() {
        List<ExcessOverBaseline> nodes = List.of(
                new ExcessOverBaseline(3, 1, 1000),
                new ExcessOverBaseline(3.2, 1, 3),
                new ExcessOverBaseline(-5, 1, 1000));

        assertThat(FalseAlarmRate.smallestTail(nodes)).isCloseTo(0.00138, within(5e-5));
    }
}
