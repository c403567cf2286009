package org.heatwatch.estimation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IdlePoolTest {
    private static final IdlePool TRUTH = new IdlePool(0.5, 0.2, 0.1, 0.8, 1.5, 12);

    private static List<List<BaselineRow>> parcels(int count, int looks, IdlePool truth) {
        Random random = new Random(1);
        List<List<BaselineRow>> parcels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] behaviour = BaselineRows.behaviour(random, truth);
            parcels.add(BaselineRows.of(random, looks, behaviour, BaselineRows.ratio(random, truth)));
        }
        return parcels;
    }

    @Test
    void whatParcelsHaveInCommonIsFound() {
        IdlePool pool = IdlePool.of(parcels(300, 50, TRUTH));

        assertThat(pool.varianceRatio()).isCloseTo(1.5, within(0.15));
        assertThat(pool.varianceFreedom()).isBetween(8.0, 18.0);
        assertThat(pool.constant()).isCloseTo(0.5, within(0.1));
        assertThat(pool.yearly()).isCloseTo(0.2, within(0.04));
        assertThat(pool.commonModeShare()).isCloseTo(0.8, within(0.1));
    }

    @Test
    void parcelsThatAllScatterAlikeLeaveNoDoubtOfTheVariance() {
        Random random = new Random(2);
        List<List<BaselineRow>> alike = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            alike.add(BaselineRows.of(random, 50, BaselineRows.behaviour(random, TRUTH), 0.7));
        }

        IdlePool pool = IdlePool.of(alike);

        assertThat(pool.varianceRatio()).isCloseTo(0.7, within(0.05));
        assertThat(pool.varianceFreedom()).isGreaterThan(50);
    }

    @Test
    void fewerThanFiveParcelsTeachNothing() {
        assertThat(IdlePool.of(parcels(4, 50, TRUTH))).isEqualTo(IdlePool.VAGUE);
        assertThat(IdlePool.of(parcels(5, 50, TRUTH))).isNotEqualTo(IdlePool.VAGUE);
    }

    @Test
    void parcelsOfFewerThanFifteenLooksTeachNothing() {
        List<List<BaselineRow>> parcels = parcels(4, 50, TRUTH);
        parcels.addAll(parcels(20, 14, TRUTH));

        assertThat(IdlePool.of(parcels)).isEqualTo(IdlePool.VAGUE);
        assertThat(IdlePool.of(Collections.nCopies(6, List.of()))).isEqualTo(IdlePool.VAGUE);
    }
}
