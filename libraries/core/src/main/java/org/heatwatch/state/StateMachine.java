package org.heatwatch.state;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;

/** Computes the states of one facility from its observations, in order of acquisition. */
final class StateMachine {
    private static final double SUSPECT_SCORE = 99;
    private static final double QUIET_BELOW = 1;
    private static final int QUIET_OBSERVATIONS = 2;

    private final Cusum cusum;
    private final List<Transition> transitions = new ArrayList<>();
    private FacilityState state = FacilityState.UNKNOWN;

    /** The state, or the previous one while it is STALE. */
    private FacilityState seenAs = FacilityState.UNKNOWN;

    private Optional<LocalDate> firstPass = Optional.empty();
    private Optional<JudgedObservation> lastValid = Optional.empty();
    private int quietObservations;

    StateMachine(double threshold) {
        cusum = new Cusum(threshold);
    }

    /**
     * Updates the state with an observation.
     *
     * @param observation not earlier than any before
     */
    Step take(JudgedObservation observation) {
        // An observation on the due day itself is in time: the state becomes STALE only at the end of that day.
        endOf(observation.date().minusDays(1));
        if (firstPass.isEmpty()) {
            firstPass = Optional.of(observation.date());
        }
        String reason =
                switch (observation.outcome()) {
                    case JudgedObservation.NoObservation hidden -> "not seen: " + hidden.reason();
                    case JudgedObservation.Uncalibrated _ -> uncalibrated(observation.acquisition());
                    case JudgedObservation.Scored scored ->
                        observation
                                .setAside()
                                .map(why -> "not seen: " + why)
                                .orElseGet(() -> judge(scored.heat(), observation));
                };
        return new Step(observation, state, cusum.startSum(), cusum.stopSum(), reason);
    }

    /** Changes the state to STALE if the last valid observation is too old at the end of a day. */
    void endOf(LocalDate day) {
        if (state == FacilityState.STALE || state == FacilityState.UNCALIBRATED) {
            return;
        }
        Optional<LocalDate> since = lastValid.map(JudgedObservation::date).or(() -> firstPass);
        since.ifPresent(last -> {
            LocalDate due = last.plusDays(StateTrack.STALE_DAYS);
            if (!due.isAfter(day)) {
                String from = lastValid.isPresent() ? "the last valid observation" : "the first pass";
                String reason = "%d days since %s".formatted(StateTrack.STALE_DAYS, from);
                transitions.add(new Transition(state, FacilityState.STALE, due, Optional.empty(), reason));
                state = FacilityState.STALE;
            }
        });
    }

    private String uncalibrated(Acquisition acquisition) {
        String reason = "too few reference observations to judge it";
        if (lastValid.isEmpty() && state != FacilityState.UNCALIBRATED) {
            move(FacilityState.UNCALIBRATED, acquisition, reason);
        }
        return reason;
    }

    private String judge(HeatScore heat, JudgedObservation observation) {
        if (state == FacilityState.STALE) {
            long days = lastValid
                    .map(last -> ChronoUnit.DAYS.between(last.date(), observation.date()))
                    .orElse(0L);
            String gap = days > 0 ? "seen again after %d days".formatted(days) : "seen for the first time";
            move(seenAs, observation.acquisition(), gap);
        }
        boolean first = lastValid.isEmpty();
        lastValid = Optional.of(observation);
        Cusum.Phase before = cusum.phase();
        // The first valid observation never leads to ON, however low the threshold.
        Cusum.Phase after = cusum.add(heat.q(), observation.mayTurnOn() && !first);
        Next next =
                switch (after) {
                    case ON -> on(before);
                    case COOLING -> cooling(before);
                    case IDLE -> before == Cusum.Phase.IDLE ? idle(heat, observation.mayTurnOn()) : stopped();
                };
        if (next.state() != state) {
            quietObservations = 0;
            move(next.state(), observation.acquisition(), next.reason());
        }
        return next.reason();
    }

    private Next on(Cusum.Phase before) {
        return new Next(
                FacilityState.ON,
                switch (before) {
                    case IDLE -> "CUSUM %s passed %s".formatted(sum(), twoDecimals(cusum.threshold()));
                    case COOLING -> "shutdown CUSUM back to 0";
                    case ON -> shutdown();
                });
    }

    private Next cooling(Cusum.Phase before) {
        boolean halfWay = before == Cusum.Phase.ON;
        return new Next(
                FacilityState.COOLING, halfWay ? "shutdown CUSUM %s passed %s".formatted(sum(), half()) : shutdown());
    }

    private Next stopped() {
        return new Next(
                FacilityState.OFF, "shutdown CUSUM %s passed %s".formatted(sum(), twoDecimals(cusum.threshold())));
    }

    private Next idle(HeatScore heat, boolean mayTurnOn) {
        String progress = "CUSUM %s of %s".formatted(sum(), twoDecimals(cusum.threshold()));
        if (cusum.judged() > cusum.threshold() && !mayTurnOn) {
            progress += ", but this product is not registered";
        }
        if (state == FacilityState.SUSPECT) {
            quietObservations = heat.q() < QUIET_BELOW ? quietObservations + 1 : 0;
            return quietObservations == QUIET_OBSERVATIONS
                    ? new Next(FacilityState.OFF, "two consecutive valid observations with q below 1")
                    : new Next(FacilityState.SUSPECT, progress);
        }
        if (heat.score() >= SUSPECT_SCORE) {
            return new Next(FacilityState.SUSPECT, "score %s reached 99".formatted(twoDecimals(heat.score())));
        }
        if (cusum.judged() > cusum.threshold() / 2) {
            return new Next(FacilityState.SUSPECT, "CUSUM %s passed %s".formatted(sum(), half()));
        }
        return new Next(
                FacilityState.OFF, state == FacilityState.OFF ? progress : "first valid observation, " + progress);
    }

    private void move(FacilityState to, Acquisition by, String reason) {
        transitions.add(new Transition(state, to, by.date(), Optional.of(by), reason));
        state = to;
        seenAs = to;
    }

    private String shutdown() {
        return "shutdown CUSUM %s of %s".formatted(sum(), twoDecimals(cusum.threshold()));
    }

    private String sum() {
        return twoDecimals(cusum.judged());
    }

    private String half() {
        return twoDecimals(cusum.threshold() / 2);
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    List<Transition> transitions() {
        return List.copyOf(transitions);
    }

    CurrentState current() {
        Optional<LocalDate> since = transitions.isEmpty()
                ? firstPass
                : Optional.of(transitions.getLast().date());
        return new CurrentState(state, seenAs, since, lastValid);
    }

    /** The state after an observation, which may be unchanged, and the reason. */
    private record Next(FacilityState state, String reason) {}
}
