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
        FeatureHistory history = Fixtures.history(IDLE, HOT, HOT, HOT);
        assertThat(state(history, 0)).isEqualTo(PassState.OFF);
        assertThat(state(history, 1)).isEqualTo(PassState.SUSPECT);
        assertThat(state(history, 3)).isEqualTo(PassState.ON);
    }

    @Test
    void aStateFromEarlierPassesIsNotShown() {
        assertThat(state(Fixtures.history(HOT, HOT, Fixtures.hidden()), 2)).isEqualTo(PassState.NOT_OBSERVED);
        assertThat(state(Fixtures.history(IDLE, IDLE, Fixtures.hidden()), 2)).isEqualTo(PassState.NOT_OBSERVED);
    }

    @Test
    void anObservationInAnUnreliableSceneIsNotJudged() {
        FeatureHistory history = Fixtures.history(List.of(pass(1).date()), IDLE, IDLE);
        assertThat(state(history, 1)).isEqualTo(PassState.NOT_JUDGED);
    }

    @Test
    void anObservationWithoutABaselineIsNotJudged() {
        FeatureHistory history = Fixtures.history(new JudgedObservation.Uncalibrated("too few reference observations"));
        assertThat(state(history, 0)).isEqualTo(PassState.NOT_JUDGED);
    }

    private static PassState state(FeatureHistory history, int pass) {
        return PassState.of(PublishedObservation.of(history).get(pass));
    }

    private static Acquisition pass(int number) {
        return Fixtures.product(Fixtures.last(number + 1)).acquisition();
    }
}
