package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heatwatch.state.FacilityState.OFF;
import static org.heatwatch.state.FacilityState.ON;
import static org.heatwatch.state.FacilityState.STALE;
import static org.heatwatch.state.FacilityState.SUSPECT;
import static org.heatwatch.state.FacilityState.UNCALIBRATED;
import static org.heatwatch.state.FacilityState.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state of a facility that is not observed for a long time. */
final class StaleTest {

    @Test
    void aStateBecomesStaleOnTheFortyEighthDay() {
        Passes passes = new Passes().seen(0, 3, 3, 3);
        LocalDate due = passes.last().plusDays(48);

        assertThat(passes.track(due.minusDays(1)).current().state()).isEqualTo(ON);
        StateTrack stale = passes.track(due);
        assertThat(stale.current().state()).isEqualTo(STALE);
        assertThat(stale.current().seenAs()).isEqualTo(ON);
        assertThat(stale.current().since()).contains(due);
        assertThat(stale.current().lastValidObservation().orElseThrow().date()).isEqualTo(passes.last());
        assertThat(stale.transitions().getLast().acquisition()).isEmpty();
        assertThat(stale.transitions().getLast().reason()).isEqualTo("48 days since the last valid observation");
        assertThat(passes.track(due.plusYears(1))).isEqualTo(stale);
    }

    @Test
    void anObservationAfterThreeRepeatCyclesIsInTime() {
        assertThat(new Passes().seen(0).after(48).seen(0).states()).containsExactly(OFF, OFF);
        assertThat(new Passes()
                        .seen(0).after(49).seen(0).track().transitions().stream()
                                .map(Transition::to))
                .containsExactly(OFF, STALE, OFF);
    }

    @Test
    void hiddenPassesDoNotPostponeIt() {
        Passes passes = new Passes()
                .seen(0)
                .hidden()
                .hidden()
                .hidden()
                .hidden()
                .hidden()
                .hidden();

        assertThat(passes.track().steps().getLast().state()).isEqualTo(OFF);
        assertThat(passes.track().current().state()).isEqualTo(STALE);
        assertThat(passes.hidden().track().steps().getLast().state()).isEqualTo(STALE);
        assertThat(passes.track().steps().getLast().reason()).isEqualTo("not seen: hidden by cloud");
        assertThat(passes.track().current().since()).contains(Passes.FIRST.plusDays(48));
    }

    @Test
    void theNextValidObservationRestoresTheStateAndIsThenJudged() {
        StateTrack stillOn = new Passes().seen(0, 3, 3, 3).after(60).seen(3).track();
        assertThat(stillOn.transitions().stream().map(Transition::to)).containsExactly(OFF, SUSPECT, ON, STALE, ON);
        assertThat(stillOn.transitions().getLast().reason()).isEqualTo("seen again after 60 days");

        StateTrack stopped = new Passes().seen(0, 3, 3, 3).after(60).seen(-3.9).track();
        assertThat(stopped.transitions().stream().map(Transition::to))
                .containsExactly(OFF, SUSPECT, ON, STALE, ON, OFF);
        assertThat(stopped.steps().getLast().state()).isEqualTo(OFF);
    }

    @Test
    void theSumsDoNotChangeWhileStale() {
        List<Step> steps =
                new Passes().seen(0, 3).after(60).hidden().seen(1.5).track().steps();

        assertThat(steps.get(2).state()).isEqualTo(STALE);
        assertThat(steps.get(2).startSum()).isEqualTo(steps.get(1).startSum());
        assertThat(steps.get(3).state()).isEqualTo(SUSPECT);
        assertThat(steps.get(3).startSum()).isEqualTo(steps.get(1).startSum() + 1);
    }

    @Test
    void aReturnToOnNeedsNoRegisteredProduct() {
        assertThat(new Passes().seen(0, 3, 3, 3).after(60).unregistered(3).states())
                .endsWith(ON, ON);
    }

    @Test
    void aFacilityThatWasNeverObservedBecomesStaleAfterItsFirstPass() {
        Passes passes = new Passes().hidden();

        assertThat(passes.track(Passes.FIRST.plusDays(47)).current().state()).isEqualTo(UNKNOWN);
        StateTrack stale = passes.track(Passes.FIRST.plusDays(48));
        assertThat(stale.current().state()).isEqualTo(STALE);
        assertThat(stale.transitions().getLast().reason()).isEqualTo("48 days since the first pass");

        StateTrack seen = passes.after(60).seen(0).track();
        assertThat(seen.transitions().stream().map(Transition::to)).containsExactly(STALE, UNKNOWN, OFF);
        assertThat(seen.transitions().get(1).reason()).isEqualTo("seen for the first time");
    }

    @Test
    void anUncalibratedFacilityDoesNotBecomeStale() {
        Passes passes = new Passes().uncalibrated();

        assertThat(passes.track(Passes.FIRST.plusYears(1)).current().state()).isEqualTo(UNCALIBRATED);
        assertThat(new Passes()
                        .hidden().after(60).uncalibrated().track().transitions().stream()
                                .map(Transition::to))
                .containsExactly(STALE, UNCALIBRATED);
    }
}
