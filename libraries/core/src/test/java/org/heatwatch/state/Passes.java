package org.heatwatch.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.site.Pass;

/** Builds passes over one facility, eight days apart unless {@link #after} sets another interval. */
final class Passes {
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final JudgedObservation.Outcome HIDDEN = new JudgedObservation.NoObservation("hidden by cloud", 0);
    private static final WrsScene DAY = new WrsScene(116, 34);

    private final List<JudgedObservation> observations = new ArrayList<>();
    private LocalDate next = FIRST;

    /** Valid observations with these deviates, of a facility with a well-known baseline. */
    Passes seen(double... deviates) {
        for (double q : deviates) {
            add(valid(q), true);
        }
        return this;
    }

    /** An observation in a preliminary product that is not registered. */
    Passes unregistered(double q) {
        return add(valid(q), false);
    }

    Passes hidden() {
        return add(HIDDEN, true);
    }

    Passes uncalibrated() {
        return add(new JudgedObservation.Uncalibrated("too few"), true);
    }

    private Passes add(JudgedObservation.Outcome outcome, boolean mayTurnOn) {
        observations.add(observation(DAY, next.atTime(2, 10).toInstant(ZoneOffset.UTC), outcome, mayTurnOn));
        next = next.plusDays(8);
        return this;
    }

    /** Sets the interval from the previous pass to the next, in days. */
    Passes after(int days) {
        next = next.plusDays(days - 8);
        return this;
    }

    private static JudgedObservation.Outcome valid(double q) {
        return scored(new HeatScore(HeatScore.of(q, Double.POSITIVE_INFINITY).score(), 0.5, q));
    }

    /** Score of a fully visible facility. */
    static JudgedObservation.Scored scored(HeatScore heat) {
        return new JudgedObservation.Scored(
                new ExcessOverBaseline(heat.q(), 1, Double.POSITIVE_INFINITY), heat, 1, Confidence.HIGH, false);
    }

    static JudgedObservation observation(
            WrsScene scene, Instant at, JudgedObservation.Outcome outcome, boolean mayTurnOn) {
        Acquisition acquisition = new Acquisition(Satellite.LANDSAT_8, scene, LocalDate.ofInstant(at, ZoneOffset.UTC));
        return new JudgedObservation(
                acquisition, at, Pass.DAY, outcome, Optional.empty(), mayTurnOn, /* isProvisional= */ false, List.of());
    }

    List<JudgedObservation> observations() {
        return List.copyOf(observations);
    }

    /** The track with a threshold of 5 as of the last pass. */
    StateTrack track() {
        return track(last());
    }

    StateTrack track(LocalDate asOf) {
        return StateTrack.of(observations, 5, asOf);
    }

    LocalDate last() {
        return observations.isEmpty() ? FIRST : observations.getLast().date();
    }

    /** The states after each pass. */
    List<FacilityState> states() {
        return track().steps().stream().map(Step::state).toList();
    }
}
