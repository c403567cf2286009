package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.heatwatch.state.FacilityState.COOLING;
import static org.heatwatch.state.FacilityState.OFF;
import static org.heatwatch.state.FacilityState.ON;
import static org.heatwatch.state.FacilityState.SUSPECT;
import static org.heatwatch.state.FacilityState.UNCALIBRATED;
import static org.heatwatch.state.FacilityState.UNKNOWN;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules by which observations change a state; the threshold is 5. */
final class StateTrackTest {

    @Test
    void withoutObservationsTheStateIsUnknown() {
        StateTrack track = new Passes().track();

        assertThat(track.steps()).isEmpty();
        assertThat(track.transitions()).isEmpty();
        assertThat(track.current().state()).isEqualTo(UNKNOWN);
        assertThat(track.current().since()).isEmpty();
    }

    @Test
    void aFacilityThatWasNeverSeenIsUnknownAndNotCold() {
        assertThat(new Passes().hidden().hidden().states()).containsExactly(UNKNOWN, UNKNOWN);
    }

    @Test
    void anOrdinaryFirstObservationLeadsToOff() {
        StateTrack track = new Passes().hidden().seen(0.3).track();

        assertThat(track.current().state()).isEqualTo(OFF);
        assertThat(track.current().since()).contains(Passes.FIRST.plusDays(8));
        assertThat(track.transitions()).singleElement().satisfies(first -> {
            assertThat(first.from()).isEqualTo(UNKNOWN);
            assertThat(first.acquisition())
                    .contains(track.steps().get(1).observation().acquisition());
        });
    }

    @Test
    void aScoreOfNinetyNineIsSuspectWhateverWasBefore() {
        assertThat(new Passes().seen(2.33).states()).containsExactly(SUSPECT);
        assertThat(new Passes().seen(2.32).states()).containsExactly(OFF);
        assertThat(new Passes().seen(-4, 2.33).states()).containsExactly(OFF, SUSPECT);
        assertThat(new Passes().uncalibrated().seen(2.33).states()).containsExactly(UNCALIBRATED, SUSPECT);
    }

    @Test
    void moreThanHalfTheThresholdIsSuspect() {
        assertThat(new Passes().seen(1.75, 1.75).states()).containsExactly(OFF, OFF);
        StateTrack track = new Passes().seen(1.75, 1.76).track();
        assertThat(track.current().state()).isEqualTo(SUSPECT);
        assertThat(track.steps().getLast().reason()).isEqualTo("CUSUM 2.51 passed 2.50");
    }

    @Test
    void aSuspicionEndsWithTwoConsecutiveValidObservationsBelowOne() {
        assertThat(new Passes().seen(0, 2.5, 0.9, 1.1, 0.9, 0.9).states())
                .containsExactly(OFF, SUSPECT, SUSPECT, SUSPECT, SUSPECT, OFF);
        assertThat(new Passes().seen(0, 2.5, 0.9).hidden().seen(0.9).states()).endsWith(SUSPECT, SUSPECT, OFF);
    }

    @Test
    void anObservationAtOneIsNotBelowOne() {
        assertThat(new Passes().seen(0, 2.5, 1, 0.9).states()).endsWith(SUSPECT, SUSPECT);
    }

    @Test
    void eachStepStatesItsReason() {
        List<String> reasons = new Passes()
                .seen(0, 2.5, 3, 1.5, 0, -1, 3, -2).uncalibrated().track().steps().stream()
                        .map(Step::reason)
                        .toList();

        assertThat(reasons)
                .containsExactly(
                        "first valid observation, CUSUM 0.00 of 5.00",
                        "score 99.38 reached 99",
                        "CUSUM 4.50 of 5.00",
                        "CUSUM 5.50 passed 5.00",
                        "shutdown CUSUM 1.00 of 5.00",
                        "shutdown CUSUM 3.00 passed 2.50",
                        "shutdown CUSUM 1.00 of 5.00",
                        "shutdown CUSUM 4.00 of 5.00",
                        "too few reference observations to judge it");
    }

    @Test
    void theObservationThatCausesASuspicionIsNotOneOfTheTwoThatEndIt() {
        assertThat(new Passes().seen(2.32, 0.95, 0.95, 0.5).states()).containsExactly(OFF, OFF, SUSPECT, SUSPECT);
    }

    @Test
    void aSumAboveTheThresholdTurnsItOn() {
        StateTrack track = new Passes().seen(0, 3, 3, 1).track();

        assertThat(track.steps().stream().map(Step::state)).containsExactly(OFF, SUSPECT, SUSPECT, ON);
        assertThat(track.steps().getLast().reason()).isEqualTo("CUSUM 5.50 passed 5.00");
        assertThat(track.current().since()).contains(Passes.FIRST.plusDays(24));
    }

    @Test
    void itMayTurnOnWithoutHavingBeenSuspect() {
        List<JudgedObservation> observations = new Passes().seen(0, 3.9).observations();

        StateTrack track = StateTrack.of(observations, 3, Passes.FIRST.plusDays(8));

        assertThat(track.transitions().getLast().from()).isEqualTo(OFF);
        assertThat(track.current().state()).isEqualTo(ON);
    }

    @Test
    void theFirstObservationNeverTurnsItOn() {
        List<JudgedObservation> observations = new Passes().seen(3.9, 3.9).observations();

        StateTrack track = StateTrack.of(observations, 3, Passes.FIRST.plusDays(8));

        assertThat(track.steps().stream().map(Step::state)).containsExactly(SUSPECT, ON);
    }

    @Test
    void anUnregisteredObservationMayCauseASuspicionButDoesNotTurnItOn() {
        StateTrack track = new Passes().seen(0, 3, 3).unregistered(3).track();

        assertThat(track.current().state()).isEqualTo(SUSPECT);
        assertThat(track.steps().getLast().reason())
                .isEqualTo("CUSUM 7.50 of 5.00, but this product is not registered");
        assertThat(new Passes().seen(0).unregistered(3).states()).endsWith(SUSPECT);
        assertThat(new Passes().seen(0, 3, 3).unregistered(3).seen(1).states()).endsWith(SUSPECT, ON);
    }

    @Test
    void theSumForAStartIsCappedAtTwiceTheThreshold() {
        StateTrack track = new Passes().seen(4, 4, 4, 4, 4).track();

        assertThat(track.steps().getLast().startSum()).isEqualTo(10);
    }

    @Test
    void theSumForAStopStartsAtTurnOnAndUsesTheLevelSinceThen() {
        List<Step> steps = new Passes().seen(3, 3, 3, 1, 1, 3).track().steps();

        // The level: 3 of the observation that turned it on, then the mean of 3 and 1, then of 3, 1 and 1, but at least
        // 2.
        assertThat(steps.stream().map(Step::stopSum)).containsExactly(0.0, 0.0, 0.0, 0.5, 0.5, 0.0);
        assertThat(steps.stream().map(Step::state).skip(2)).containsOnly(ON);
    }

    @Test
    void aStopIsJudgedAgainstTheLevelOfTheFacility() {
        List<Step> steps = new Passes().seen(4, 4, 4, 1.5).track().steps();

        assertThat(steps.getLast().stopSum()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aboveHalfTheThresholdItIsCoolingAndAboveTheThresholdItIsOff() {
        StateTrack track = new Passes().seen(3, 3, 3, 0, 0, 0, 0, 0).track();

        // S- with the level 3, then 2, the mean of the observations that kept it on: 1.5, 2.5, 3.5, 4.5, 5.5.
        assertThat(track.steps().stream().map(Step::state))
                .containsExactly(SUSPECT, SUSPECT, ON, ON, ON, COOLING, COOLING, OFF);
        assertThat(track.steps().getLast().reason()).isEqualTo("shutdown CUSUM 5.50 passed 5.00");
        assertThat(track.steps().getLast().startSum()).isZero();
        assertThat(track.steps().getLast().stopSum()).isZero();
        assertThat(track.transitions().getLast().from()).isEqualTo(COOLING);
    }

    @Test
    void aVeryColdObservationStopsItAtOnce() {
        StateTrack track = new Passes().seen(3, 3, 3, -3.9).track();

        assertThat(track.transitions().getLast().from()).isEqualTo(ON);
        assertThat(track.current().state()).isEqualTo(OFF);
    }

    @Test
    void coolingEndsWhenTheSumForAStopIsBackToZero() {
        StateTrack track = new Passes().seen(3, 3, 3, -1.5, 3, 3).track();

        assertThat(track.steps().stream().map(Step::state).skip(2)).containsExactly(ON, COOLING, COOLING, ON);
        assertThat(track.steps().getLast().reason()).isEqualTo("shutdown CUSUM back to 0");
        assertThat(new Passes().seen(3, 3, 3, -1.5, 3).unregistered(3).seen(3).states())
                .endsWith(COOLING, COOLING, ON);
    }

    @Test
    void afterAStopTheSumForAStartBeginsAtZero() {
        StateTrack track = new Passes().seen(4, 4, 4, -3.9, 3, 3, 3).track();

        assertThat(track.steps().stream().map(Step::state).skip(3)).containsExactly(OFF, SUSPECT, SUSPECT, ON);
    }

    @Test
    void withTooFewReferenceObservationsItIsUncalibratedUntilAValidObservation() {
        StateTrack track =
                new Passes().uncalibrated().hidden().uncalibrated().seen(0).track();

        assertThat(track.steps().stream().map(Step::state))
                .containsExactly(UNCALIBRATED, UNCALIBRATED, UNCALIBRATED, OFF);
        assertThat(track.transitions()).hasSize(2);
    }

    @Test
    void anUncalibratedRegimeDoesNotAffectTheStateFromTheOther() {
        assertThat(new Passes().seen(0, 3, 3, 3).uncalibrated().states()).endsWith(ON, ON);
    }

    @Test
    void eachTransitionBeginsAtTheStateInWhichThePreviousOneEnded() {
        List<Transition> transitions = new Passes()
                .seen(3, 3, 3, 0, 0, 0, 0, 0)
                .after(100)
                .seen(0)
                .track()
                .transitions();

        assertThat(transitions.getFirst().from()).isEqualTo(UNKNOWN);
        for (int i = 1; i < transitions.size(); i++) {
            assertThat(transitions.get(i).from())
                    .isEqualTo(transitions.get(i - 1).to());
        }
    }

    @Test
    void observationsAfterTheRequestedDayAreIgnored() {
        Passes passes = new Passes().seen(0, 3, 3, 3);

        assertThat(passes.track(Passes.FIRST.plusDays(15)))
                .isEqualTo(new Passes().seen(0, 3).track(Passes.FIRST.plusDays(15)));
        assertThat(passes.track(Passes.FIRST.minusDays(1)).current().state()).isEqualTo(UNKNOWN);
    }

    @Test
    void observationsOutOfOrderAreRejected() {
        List<JudgedObservation> turned = new Passes().seen(0, 3).observations().reversed();

        assertThatIllegalArgumentException().isThrownBy(() -> StateTrack.of(turned, 5, Passes.FIRST));
        assertThatIllegalArgumentException().isThrownBy(() -> StateTrack.of(List.of(), 0, Passes.FIRST));
        assertThatIllegalArgumentException().isThrownBy(() -> StateTrack.of(List.of(), Double.NaN, Passes.FIRST));
    }
}
