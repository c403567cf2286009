package org.heatwatch.estimation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EmpiricalBayesPriorTest {
    private static final EmpiricalBayesPrior TRUTH = new EmpiricalBayesPrior(0.5, 0.2, 0.1, 0.8, 1.5, 12);

    private static List<List<BaselineRow>> parcels(int count, int observations, EmpiricalBayesPrior truth) {
        Random random = new Random(1);
        List<List<BaselineRow>> parcels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] behaviour = BaselineRows.behaviour(random, truth);
            parcels.add(BaselineRows.of(random, observations, behaviour, BaselineRows.ratio(random, truth)));
        }
        return parcels;
    }

    @Test
    void thePriorOfSimulatedParcelsIsRecovered() {
        EmpiricalBayesPrior prior = EmpiricalBayesPrior.of(parcels(300, 50, TRUTH));

        assertThat(prior.varianceRatio()).isCloseTo(1.5, within(0.15));
        assertThat(prior.varianceDegreesOfFreedom()).isBetween(8.0, 18.0);
        assertThat(prior.constant()).isCloseTo(0.5, within(0.1));
        assertThat(prior.yearly()).isCloseTo(0.2, within(0.04));
        assertThat(prior.commonModeShare()).isCloseTo(0.8, within(0.1));
    }

    @Test
    void equalVariancesGiveManyDegreesOfFreedom() {
        Random random = new Random(2);
        List<List<BaselineRow>> alike = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            alike.add(BaselineRows.of(random, 50, BaselineRows.behaviour(random, TRUTH), 0.7));
        }

        EmpiricalBayesPrior prior = EmpiricalBayesPrior.of(alike);

        assertThat(prior.varianceRatio()).isCloseTo(0.7, within(0.05));
        assertThat(prior.varianceDegreesOfFreedom()).isGreaterThan(50);
    }

    @Test
    void fewerThanFiveParcelsGiveTheVaguePrior() {
        assertThat(EmpiricalBayesPrior.of(parcels(4, 50, TRUTH))).isEqualTo(EmpiricalBayesPrior.VAGUE);
        assertThat(EmpiricalBayesPrior.of(parcels(5, 50, TRUTH))).isNotEqualTo(EmpiricalBayesPrior.VAGUE);
    }

    @Test
    void parcelsWithFewerThanFifteenObservationsAreIgnored() {
        List<List<BaselineRow>> parcels = parcels(4, 50, TRUTH);
        parcels.addAll(parcels(20, 14, TRUTH));

        assertThat(EmpiricalBayesPrior.of(parcels)).isEqualTo(EmpiricalBayesPrior.VAGUE);
        assertThat(EmpiricalBayesPrior.of(Collections.nCopies(6, List.of()))).isEqualTo(EmpiricalBayesPrior.VAGUE);
    }
}
