package org.heatwatch.state;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.site.ReferenceKind;

/**
 * Computes the states of one facility from its observations, in order of acquisition. One machine follows the changes
 * in every direction: a pair of sums for each, of which at most one is in a changed phase, since the sum for a change
 * in one direction cannot pass the threshold before the sum for a return from the other.
 */
final class StateMachine {
    private static final double QUIET_BELOW = 1;
    private static final int QUIET_OBSERVATIONS = 2;

    private final List<Detector> detectors;
    private final List<Transition> transitions = new ArrayList<>();
    private FacilityState state = FacilityState.UNKNOWN;

    /** The state, or the previous one while it is STALE. */
    private FacilityState seenAs = FacilityState.UNKNOWN;

    private Optional<LocalDate> firstPass = Optional.empty();
    private Optional<JudgedObservation> lastValid = Optional.empty();
    private int quietObservations;

    StateMachine(double threshold, ReferenceKind kind) {
        detectors = ChangeDirection.of(kind).stream()
                .map(direction -> new Detector(direction, new Cusum(threshold, direction.tuning())))
                .toList();
    }

    /** The sums of one direction, and their phase before the observation that is judged. */
    private static final class Detector {
        private final ChangeDirection direction;
        private final Cusum cusum;
        private Cusum.Phase before = Cusum.Phase.IDLE;

        Detector(ChangeDirection direction, Cusum cusum) {
            this.direction = direction;
            this.cusum = cusum;
        }

        void add(HeatScore heat, boolean mayChange) {
            before = cusum.phase();
            cusum.add(direction.deviate(heat), mayChange);
        }

        boolean isIdle() {
            return cusum.phase() == Cusum.Phase.IDLE;
        }

        boolean wasIdle() {
            return before == Cusum.Phase.IDLE;
        }

        boolean isHalfWay() {
            return cusum.judged() > cusum.threshold() / 2;
        }

        String progress(String name) {
            return "%s %s of %s".formatted(name, twoDecimals(cusum.judged()), twoDecimals(cusum.threshold()));
        }

        String passed(String name) {
            return "%s %s passed %s".formatted(name, twoDecimals(cusum.judged()), twoDecimals(cusum.threshold()));
        }

        String passedHalf(String name) {
            return "%s %s passed %s".formatted(name, twoDecimals(cusum.judged()), twoDecimals(cusum.threshold() / 2));
        }
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
        return new Step(observation, state, largest(Cusum::startSum), largest(Cusum::stopSum), reason);
    }

    private double largest(ToDoubleFunction<Cusum> sum) {
        return detectors.stream()
                .map(detector -> detector.cusum)
                .mapToDouble(sum)
                .max()
                .orElseThrow();
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
        // The first valid observation never leads to a change, however low the threshold.
        detectors.forEach(detector -> detector.add(heat, observation.mayTurnOn() && !first));
        Next next = next(heat, observation.mayTurnOn());
        if (next.state() != state) {
            quietObservations = 0;
            move(next.state(), observation.acquisition(), next.reason());
        }
        return next.reason();
    }

    private Next next(HeatScore heat, boolean mayChange) {
        for (Detector detector : detectors) {
            if (!detector.isIdle()) {
                return detector.cusum.phase() == Cusum.Phase.ON ? changed(detector) : returning(detector);
            }
        }
        return detectors.stream()
                .filter(detector -> !detector.wasIdle())
                .findFirst()
                .map(StateMachine::returned)
                .orElseGet(() -> asReference(heat, mayChange));
    }

    private static Next changed(Detector detector) {
        ChangeDirection direction = detector.direction;
        return new Next(
                direction.changed(),
                switch (detector.before) {
                    case IDLE -> detector.passed(direction.sumName());
                    case COOLING -> direction.returnName() + " back to 0";
                    case ON -> detector.progress(direction.returnName());
                });
    }

    private static Next returning(Detector detector) {
        ChangeDirection direction = detector.direction;
        boolean halfWay = detector.before == Cusum.Phase.ON;
        return new Next(
                direction.returning(),
                halfWay ? detector.passedHalf(direction.returnName()) : detector.progress(direction.returnName()));
    }

    private static Next returned(Detector detector) {
        ChangeDirection direction = detector.direction;
        return new Next(direction.asReference(), detector.passed(direction.returnName()));
    }

    /** The facility has not changed so far: as in its reference period, or under suspicion of a change. */
    private Next asReference(HeatScore heat, boolean mayChange) {
        Optional<Detector> suspected = suspected();
        Optional<Next> suspicion = detectors.stream()
                .filter(detector -> !suspected.map(detector::equals).orElse(false))
                .filter(_ -> suspected.map(earlier -> !earlier.isHalfWay()).orElse(true))
                .flatMap(detector -> suspicion(detector, heat).stream())
                .findFirst();
        if (suspicion.isPresent()) {
            return suspicion.get();
        }
        if (suspected.isPresent()) {
            ChangeDirection direction = suspected.get().direction;
            quietObservations = direction.deviate(heat) < QUIET_BELOW ? quietObservations + 1 : 0;
            return quietObservations == QUIET_OBSERVATIONS
                    ? new Next(direction.asReference(), quiet(direction))
                    : new Next(direction.suspected(), progress(suspected.get(), mayChange));
        }
        Detector nearest = detectors.stream()
                .max(Comparator.comparingDouble(detector -> detector.cusum.judged()))
                .orElseThrow();
        FacilityState unchanged = nearest.direction.asReference();
        String progress = progress(nearest, mayChange);
        return new Next(unchanged, state == unchanged ? progress : "first valid observation, " + progress);
    }

    private Optional<Detector> suspected() {
        return detectors.stream()
                .filter(detector -> detector.direction.suspected() == state)
                .findFirst();
    }

    private static Optional<Next> suspicion(Detector detector, HeatScore heat) {
        ChangeDirection direction = detector.direction;
        if (direction.isExtreme(heat)) {
            return Optional.of(new Next(
                    direction.suspected(), "score %s %s".formatted(twoDecimals(heat.score()), direction.extreme())));
        }
        return detector.isHalfWay()
                ? Optional.of(new Next(direction.suspected(), detector.passedHalf(direction.sumName())))
                : Optional.empty();
    }

    private static String quiet(ChangeDirection direction) {
        return direction == ChangeDirection.FALL
                ? "two consecutive valid observations with q above -1"
                : "two consecutive valid observations with q below 1";
    }

    private static String progress(Detector detector, boolean mayChange) {
        String progress = detector.progress(detector.direction.sumName());
        return detector.cusum.judged() > detector.cusum.threshold() && !mayChange
                ? progress + ", but this product is not registered"
                : progress;
    }

    private void move(FacilityState to, Acquisition by, String reason) {
        transitions.add(new Transition(state, to, by.date(), Optional.of(by), reason));
        state = to;
        seenAs = to;
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
