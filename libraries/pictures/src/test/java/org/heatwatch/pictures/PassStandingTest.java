package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.state.JudgedObservation;
import org.junit.jupiter.api.Test;

final class PassStandingTest {
    private static final JudgedObservation.Outcome IDLE = Fixtures.scored(0);
    private static final JudgedObservation.Outcome HOT = Fixtures.scored(8);

    @Test
    void aFacilityStandsAsThePassLeftIt() {
        RoofHistory roof = Fixtures.roof(IDLE, HOT, HOT, HOT);
        assertThat(standing(roof, 0)).isEqualTo(PassStanding.OFF);
        assertThat(standing(roof, 1)).isEqualTo(PassStanding.SUSPECT);
        assertThat(standing(roof, 3)).isEqualTo(PassStanding.ON);
    }

    @Test
    void aStateThatRestsOnEarlierPassesIsNotShown() {
        assertThat(standing(Fixtures.roof(HOT, HOT, Fixtures.hidden()), 2)).isEqualTo(PassStanding.NOT_OBSERVED);
        assertThat(standing(Fixtures.roof(IDLE, IDLE, Fixtures.hidden()), 2)).isEqualTo(PassStanding.NOT_OBSERVED);
    }

    @Test
    void whatABadSceneShowsIsSeenAndNotJudged() {
        RoofHistory roof = Fixtures.roof(List.of(pass(1).date()), IDLE, IDLE);
        assertThat(standing(roof, 1)).isEqualTo(PassStanding.NOT_JUDGED);
    }

    @Test
    void anUnknownIdleSelfIsSeenAndNotJudged() {
        RoofHistory roof = Fixtures.roof(new JudgedObservation.Uncalibrated("too few dormant looks"));
        assertThat(standing(roof, 0)).isEqualTo(PassStanding.NOT_JUDGED);
    }

    private static PassStanding standing(RoofHistory roof, int pass) {
        return PassStanding.of(PublishedObservation.of(roof).get(pass));
    }

    private static Acquisition pass(int number) {
        return Fixtures.product(Fixtures.last(number + 1)).acquisition();
    }
}
