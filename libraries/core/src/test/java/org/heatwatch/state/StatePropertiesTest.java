package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of any sequence of observations. */
final class StatePropertiesTest {

    private static Passes random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Passes passes = new Passes();
        boolean on = false;
        for (int i = 0; i < 60; i++) {
            on = random.nextDouble() < 0.05 ? !on : on;
            double q = Math.clamp((on ? 2.5 : 0) + random.nextGaussian(), -4, 4);
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> passes.hidden();
                case 3 -> passes.uncalibrated();
                case 4 -> passes.unregistered(q);
                default -> passes.seen(q);
            }
            passes.after(random.nextInt(10) == 0 ? random.nextInt(30, 80) : random.nextInt(17));
        }
        return passes;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void itIsOnOnlyAfterTheSumPassedTheThreshold(long seed) {
        List<Step> steps = random(seed).track().steps();
        List<Transition> transitions = random(seed).track().transitions();

        for (Transition transition : transitions) {
            boolean start = transition.to() == FacilityState.ON
                    && (transition.from() == FacilityState.OFF || transition.from() == FacilityState.SUSPECT);
            if (start) {
                Step step = steps.stream()
                        .filter(s -> transition
                                .acquisition()
                                .equals(java.util.Optional.of(s.observation().acquisition())))
                        .filter(s -> s.state() == FacilityState.ON)
                        .findFirst()
                        .orElseThrow();
                assertThat(step.startSum()).isGreaterThan(5);
                assertThat(step.observation()).matches(seen -> seen.counts() && seen.mayTurnOn());
            }
            if (transition.to() == FacilityState.ON) {
                assertThat(transition.from())
                        .isIn(FacilityState.OFF, FacilityState.SUSPECT, FacilityState.COOLING, FacilityState.STALE);
            }
        }
        for (Step step : steps) {
            assertThat(step.startSum()).isBetween(0.0, 10.0);
            assertThat(step.stopSum()).isBetween(0.0, 5.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void passesWithoutAMeasurementChangeNothing(long seed) {
        List<JudgedObservation> once = random(seed).observations();
        List<JudgedObservation> twice = new ArrayList<>();
        for (JudgedObservation observation : once) {
            twice.add(observation);
            if (observation.outcome() instanceof JudgedObservation.NoObservation) {
                twice.add(observation);
            }
        }
        List<JudgedObservation> seen = once.stream()
                .filter(e -> !(e.outcome() instanceof JudgedObservation.NoObservation) || e.equals(once.getFirst()))
                .toList();
        LocalDate asOf = once.getLast().date();
        StateTrack track = StateTrack.of(once, 5, asOf);

        for (List<JudgedObservation> other : List.of(twice, seen)) {
            StateTrack same = StateTrack.of(other, 5, asOf);
            assertThat(same.transitions()).isEqualTo(track.transitions());
            assertThat(same.current()).isEqualTo(track.current());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void laterObservationsDoNotChangeEarlierSteps(long seed) {
        List<JudgedObservation> all = random(seed).observations();
        LocalDate asOf = all.getLast().date();
        StateTrack track = StateTrack.of(all, 5, asOf);

        for (int length = 0; length <= all.size(); length++) {
            StateTrack prefix = StateTrack.of(all.subList(0, length), 5, asOf);
            assertThat(prefix.steps()).isEqualTo(track.steps().subList(0, length));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void stalenessDependsOnTheDateOnly(long seed) {
        Passes passes = random(seed);
        List<JudgedObservation> all = passes.observations();

        for (LocalDate day = Passes.FIRST; !day.isAfter(passes.last().plusDays(60)); day = day.plusDays(1)) {
            LocalDate asOf = day;
            LocalDate latest = all.stream()
                    .filter(e -> e.counts() && !e.date().isAfter(asOf))
                    .map(JudgedObservation::date)
                    .reduce(Passes.FIRST, (_, later) -> later);
            FacilityState state = passes.track(asOf).current().state();
            if (state != FacilityState.UNCALIBRATED) {
                assertThat(state == FacilityState.STALE)
                        .as("stale as of %s, last seen %s", asOf, latest)
                        .isEqualTo(!asOf.isBefore(latest.plusDays(48)));
            }
        }
    }
}
