package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heatwatch.history.LookOutcome;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.landsat.Acquisition;
import org.junit.jupiter.api.Test;

final class StandingTest {
    private static final LookOutcome IDLE = Fixtures.scored(0);
    private static final LookOutcome HOT = Fixtures.scored(8);

    @Test
    void aFacilityStandsAsThePassLeftIt() {
        RoofHistory roof = Fixtures.roof(IDLE, HOT, HOT, HOT);
        assertThat(Standing.of(roof, pass(0))).isEqualTo(Standing.OFF);
        assertThat(Standing.of(roof, pass(1))).isEqualTo(Standing.SUSPECT);
        assertThat(Standing.of(roof, pass(3))).isEqualTo(Standing.ON);
    }

    @Test
    void aStateThatRestsOnEarlierPassesIsNotShown() {
        assertThat(Standing.of(Fixtures.roof(HOT, HOT, Fixtures.hidden()), pass(2)))
                .isEqualTo(Standing.NOT_OBSERVED);
        assertThat(Standing.of(Fixtures.roof(IDLE, IDLE, Fixtures.hidden()), pass(2)))
                .isEqualTo(Standing.NOT_OBSERVED);
    }

    @Test
    void whatABadSceneShowsIsSeenAndNotJudged() {
        RoofHistory roof = Fixtures.roof(List.of(pass(1).date()), IDLE, IDLE);
        assertThat(Standing.of(roof, pass(1))).isEqualTo(Standing.NOT_JUDGED);
    }

    @Test
    void anUnknownIdleSelfIsSeenAndNotJudged() {
        RoofHistory roof = Fixtures.roof(new LookOutcome.Uncalibrated("too few dormant looks"));
        assertThat(Standing.of(roof, pass(0))).isEqualTo(Standing.NOT_JUDGED);
    }

    @Test
    void aPassThatTheHistoryDoesNotHaveIsNotObserved() {
        assertThat(Standing.of(Fixtures.roof(IDLE), pass(5))).isEqualTo(Standing.NOT_OBSERVED);
    }

    private static Acquisition pass(int number) {
        return Fixtures.product(Fixtures.last(number + 1)).acquisition();
    }
}
