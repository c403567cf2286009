package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.heatwatch.site.ReferenceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facilities that ran in their reference period, or may have run. */
final class OperatingTrackTest {
    private static final double THRESHOLD = 3.5;

    /** States after a change of sign of all deviates. */
    private static final Map<FacilityState, FacilityState> MIRRORED = Map.of(
            FacilityState.FALLING, FacilityState.RISING,
            FacilityState.RISING, FacilityState.FALLING,
            FacilityState.LOWER, FacilityState.HIGHER,
            FacilityState.HIGHER, FacilityState.LOWER);

    private static StateTrack track(Passes passes) {
        return StateTrack.of(passes.observations(), THRESHOLD, passes.last(), ReferenceKind.OPERATING);
    }

    private static List<FacilityState> states(Passes passes) {
        return track(passes).steps().stream().map(Step::state).toList();
    }

    private static Passes seen(double... q) {
        Passes passes = new Passes();
        for (double each : q) {
            passes.seen(each);
        }
        return passes;
    }

    private static double[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] q = new double[80];
        double level = 0;
        for (int i = 0; i < q.length; i++) {
            level = random.nextDouble() < 0.08 ? random.nextDouble(-3, 3) : level;
            q[i] = Math.clamp(level + random.nextGaussian(), -4, 4);
        }
        return q;
    }

    @Test
    void aFacilityThatStopsIsLowerAfterAFewObservations() {
        Passes passes = seen(0.3, -0.2, -3, -3, -3, -3);
        assertThat(states(passes))
                .containsExactly(
                        FacilityState.UNCHANGED,
                        FacilityState.UNCHANGED,
                        FacilityState.FALLING,
                        FacilityState.FALLING,
                        FacilityState.LOWER,
                        FacilityState.LOWER);
        assertThat(track(passes).transitions().getLast().reason()).isEqualTo("CUSUM of a fall 3.75 passed 3.50");
    }

    @Test
    void aFacilityThatGrowsIsHigher() {
        assertThat(states(seen(0, 3, 3, 3)).getLast()).isEqualTo(FacilityState.HIGHER);
    }

    @Test
    void aFacilityThatStartsAgainReturnsAndIsUnchanged() {
        assertThat(states(seen(0, -3, -3, -3, -3, 0.5, 0.5, 0, 0.5)))
                .endsWith(
                        FacilityState.LOWER,
                        FacilityState.RETURNING,
                        FacilityState.UNCHANGED,
                        FacilityState.UNCHANGED,
                        FacilityState.UNCHANGED);
    }

    @Test
    void aFacilityCanChangeFromHigherToLowerDirectly() {
        List<FacilityState> states = states(seen(0, 4, 4, 4, -4, -4, -4));
        assertThat(states).contains(FacilityState.HIGHER).endsWith(FacilityState.LOWER);
    }

    @Test
    void aSuspicionGivesWayToOneOfTheOtherDirection() {
        assertThat(states(seen(0, -2.5, 2.5))).endsWith(FacilityState.FALLING, FacilityState.RISING);
    }

    @Test
    void oneExtremeObservationIsASuspicionOnly() {
        assertThat(states(seen(0, -4, 0.2, 0.1)))
                .endsWith(FacilityState.FALLING, FacilityState.FALLING, FacilityState.UNCHANGED);
    }

    @Test
    void aProductThatIsNotRegisteredConfirmsNoChange() {
        Passes passes = seen(0, -3, -3).unregistered(-3).seen(-3);
        assertThat(states(passes)).endsWith(FacilityState.FALLING, FacilityState.LOWER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aChangeOfSignOfAllDeviatesMirrorsTheStates(long seed) {
        double[] q = random(seed);
        double[] negative = new double[q.length];
        for (int i = 0; i < q.length; i++) {
            negative[i] = -q[i];
        }
        assertThat(states(seen(negative)))
                .isEqualTo(states(seen(q)).stream()
                        .map(state -> MIRRORED.getOrDefault(state, state))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void sumsStayWithinTheirBoundsAndStatesAreOfTheKind(long seed) {
        for (Step step : track(seen(random(seed))).steps()) {
            assertThat(step.startSum()).isBetween(0.0, 2 * THRESHOLD);
            assertThat(step.stopSum()).isBetween(0.0, THRESHOLD);
            assertThat(step.state()).matches(state -> state.isOf(ReferenceKind.OPERATING));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKindOfTheReferenceDecidesTheStates(ReferenceKind kind) {
        Passes passes = seen(random(7));
        assertThat(StateTrack.of(passes.observations(), THRESHOLD, passes.last(), kind)
                        .steps())
                .allMatch(step -> step.state().isOf(kind));
    }

    /** What a facility does below an idle baseline does not matter, as before there were other references. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterAnIdleReferenceTheStatesAreThoseOfStarts(long seed) {
        Passes passes = seen(random(seed));
        LocalDate asOf = passes.last();
        assertThat(StateTrack.of(passes.observations(), THRESHOLD, asOf, ReferenceKind.IDLE))
                .isEqualTo(StateTrack.of(passes.observations(), THRESHOLD, asOf));
    }

    @Test
    void bothDirectionsTogetherHaveAsFewFalseChangesAsStarts() {
        CusumThreshold both = CusumThreshold.ofBothDirections(
                new BaselinePrecision(40, 4, 0, 0.5, /* observationsPerYear= */ 20, /* facilities= */ 5));
        assertThat(both.falseStartsPerSiteYear()).isLessThanOrEqualTo(CusumThreshold.ALLOWED_PER_SITE_YEAR);
        assertThat(both.threshold()).isBetween(3.0, 10.0);
    }
}
