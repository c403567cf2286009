package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.state.JudgedObservation;
import org.junit.jupiter.api.Test;

final class PassStateTest {
    private static final JudgedObservation.Outcome IDLE = Fixtures.scored(0);
    private static final JudgedObservation.Outcome HOT = Fixtures.scored(8);

    @Test
    void aCountedObservationShowsItsState() {
        FeatureHistory roof = Fixtures.roof(IDLE, HOT, HOT, HOT);
        assertThat(state(roof, 0)).isEqualTo(PassState.OFF);
        assertThat(state(roof, 1)).isEqualTo(PassState.SUSPECT);
        assertThat(state(roof, 3)).isEqualTo(PassState.ON);
    }

    @Test
    void aStateFromEarlierPassesIsNotShown() {
        assertThat(state(Fixtures.roof(HOT, HOT, Fixtures.hidden()), 2)).isEqualTo(PassState.NOT_OBSERVED);
        assertThat(state(Fixtures.roof(IDLE, IDLE, Fixtures.hidden()), 2)).isEqualTo(PassState.NOT_OBSERVED);
    }

    @Test
    void anObservationInAnUnreliableSceneIsNotJudged() {
        FeatureHistory roof = Fixtures.roof(List.of(pass(1).date()), IDLE, IDLE);
        assertThat(state(roof, 1)).isEqualTo(PassState.NOT_JUDGED);
    }

    @Test
    void anObservationWithoutABaselineIsNotJudged() {
        FeatureHistory roof = Fixtures.roof(new JudgedObservation.Uncalibrated("too few reference observations"));
        assertThat(state(roof, 0)).isEqualTo(PassState.NOT_JUDGED);
    }

    private static PassState state(FeatureHistory roof, int pass) {
        return PassState.of(PublishedObservation.of(roof).get(pass));
    }

    private static Acquisition pass(int number) {
        return Fixtures.product(Fixtures.last(number + 1)).acquisition();
    }
}
