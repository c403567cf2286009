package org.heatwatch.state;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;

/** Takes one facility through its passes, in order of acquisition. */
final class StateMachine {
    private static final double SUSPECT_SCORE = 99;
    private static final double QUIET_BELOW = 1;
    private static final int QUIET_LOOKS = 2;

    private final Cusum cusum;
    private final List<Transition> transitions = new ArrayList<>();
    private FacilityState state = FacilityState.UNKNOWN;

    /** The state, or if it is stale the one before. */
    private FacilityState seenAs = FacilityState.UNKNOWN;

    private Optional<LocalDate> firstPass = Optional.empty();
    private Optional<JudgedObservation> lastValid = Optional.empty();
    private int quietLooks;

    StateMachine(double threshold) {
        cusum = new Cusum(threshold);
    }

    /** @param observation not before any that was taken in */
    Step take(JudgedObservation observation) {
        // A look later on the day on which it falls due is in time, so only the end of a day decides.
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

    /** Lets this day pass. */
    void endOf(LocalDate day) {
        if (state == FacilityState.STALE || state == FacilityState.UNCALIBRATED) {
            return;
        }
        Optional<LocalDate> since = lastValid.map(JudgedObservation::date).or(() -> firstPass);
        since.ifPresent(last -> {
            LocalDate due = last.plusDays(StateTrack.STALE_DAYS);
            if (!due.isAfter(day)) {
                String from = lastValid.isPresent() ? "the last valid look" : "the first pass";
                String reason = "%d days since %s".formatted(StateTrack.STALE_DAYS, from);
                transitions.add(new Transition(state, FacilityState.STALE, due, Optional.empty(), reason));
                state = FacilityState.STALE;
            }
        });
    }

    private String uncalibrated(Acquisition acquisition) {
        String reason = "too few dormant looks to judge it by";
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
        // From UNKNOWN no single look leads to ON, however low the threshold.
        Cusum.Phase after = cusum.add(heat.q(), observation.mayTurnOn() && !first);
        Next next =
                switch (after) {
                    case ON -> on(before);
                    case COOLING -> cooling(before);
                    case IDLE -> before == Cusum.Phase.IDLE ? idle(heat, observation.mayTurnOn()) : stopped();
                };
        if (next.state() != state) {
            quietLooks = 0;
            move(next.state(), observation.acquisition(), next.reason());
        }
        return next.reason();
    }

    private Next on(Cusum.Phase before) {
        return new Next(
                FacilityState.ON,
                switch (before) {
                    case IDLE -> "CUSUM %s passed %s".formatted(sum(), two(cusum.threshold()));
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
        return new Next(FacilityState.OFF, "shutdown CUSUM %s passed %s".formatted(sum(), two(cusum.threshold())));
    }

    private Next idle(HeatScore heat, boolean mayTurnOn) {
        String standing = "CUSUM %s of %s".formatted(sum(), two(cusum.threshold()));
        if (cusum.judged() > cusum.threshold() && !mayTurnOn) {
            standing += ", but this product is not registered";
        }
        if (state == FacilityState.SUSPECT) {
            quietLooks = heat.q() < QUIET_BELOW ? quietLooks + 1 : 0;
            return quietLooks == QUIET_LOOKS
                    ? new Next(FacilityState.OFF, "two valid looks in a row with q below 1")
                    : new Next(FacilityState.SUSPECT, standing);
        }
        if (heat.score() >= SUSPECT_SCORE) {
            return new Next(FacilityState.SUSPECT, "score %s reached 99".formatted(two(heat.score())));
        }
        if (cusum.judged() > cusum.threshold() / 2) {
            return new Next(FacilityState.SUSPECT, "CUSUM %s passed %s".formatted(sum(), half()));
        }
        return new Next(FacilityState.OFF, state == FacilityState.OFF ? standing : "first valid look, " + standing);
    }

    private void move(FacilityState to, Acquisition by, String reason) {
        transitions.add(new Transition(state, to, by.date(), Optional.of(by), reason));
        state = to;
        seenAs = to;
    }

    private String shutdown() {
        return "shutdown CUSUM %s of %s".formatted(sum(), two(cusum.threshold()));
    }

    private String sum() {
        return two(cusum.judged());
    }

    private String half() {
        return two(cusum.threshold() / 2);
    }

    private static String two(double value) {
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

    /** What a look asks for: the state after it, which may be the one before it. */
    private record Next(FacilityState state, String reason) {}
}
