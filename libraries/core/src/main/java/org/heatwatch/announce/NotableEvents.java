package org.heatwatch.announce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Role;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/** Selects the events of a history that are announced when they happen; all others appear in the weekly digest only. */
final class NotableEvents {
    /** Changes of a facility to the same state within this period are one event, unless the opposite lies between. */
    static final int EPISODE_DAYS = 24;

    private NotableEvents() {}

    /** One event for each episode: facilities and controls in the order of the site, then heat sources outside them. */
    static List<NotableEvent> of(SiteHistory history) {
        List<NotableEvent> events = new ArrayList<>();
        for (FeatureHistory facility : history.features()) {
            if (facility.feature().mayBeNamed()) {
                events.addAll(episodes(facility));
            }
        }
        events.addAll(UnlistedHeatSources.of(history));
        return events;
    }

    private static List<NotableEvent> episodes(FeatureHistory facility) {
        List<NotableEvent> episodes = new ArrayList<>();
        for (Transition transition : facility.track().transitions()) {
            topic(facility, transition)
                    .map(topic -> NotableEvent.of(
                            facility.feature().id(), topic, transition.date(), transition.acquisition()))
                    .filter(next -> !continues(episodes, next))
                    .ifPresent(episodes::add);
        }
        return episodes;
    }

    private static boolean continues(List<NotableEvent> episodes, NotableEvent next) {
        for (NotableEvent earlier : episodes.reversed()) {
            if (earlier.topic().isOppositeOf(next.topic())) {
                return false;
            }
            if (earlier.topic() == next.topic()) {
                return !earlier.date().plusDays(EPISODE_DAYS).isBefore(next.date());
            }
        }
        return false;
    }

    /** The topic of a change of state; empty if the change is not announced when it happens. */
    static Optional<Topic> topic(FeatureHistory facility, Transition transition) {
        if (transition.from() == FacilityState.STALE) {
            // The facility is seen again in its last observed state, which was announced when it began.
            return Optional.empty();
        }
        boolean isFacility = facility.feature().role() == Role.FACILITY;
        return switch (transition.to()) {
            case ON -> transition.from() == FacilityState.COOLING ? Optional.empty() : Optional.of(Topic.ON);
            case OFF -> wasOn(transition.from()) ? Optional.of(Topic.OFF) : Optional.empty();
            case LOWER, HIGHER ->
                isReturnOf(transition.to(), facility, transition)
                        ? Optional.empty()
                        : Optional.of(transition.to() == FacilityState.LOWER ? Topic.LOWER : Topic.HIGHER);
            case UNCHANGED ->
                transition.from().isChanged() || transition.from() == FacilityState.RETURNING
                        ? Optional.of(Topic.UNCHANGED)
                        : Optional.empty();
            case SUSPECT -> suspicion(Topic.SUSPECT, facility, transition);
            case FALLING -> suspicion(Topic.FALLING, facility, transition);
            case RISING -> suspicion(Topic.RISING, facility, transition);
            case STALE -> isFacility ? Optional.of(Topic.STALE) : Optional.empty();
            case UNCALIBRATED, UNKNOWN, COOLING, RETURNING -> Optional.empty();
        };
    }

    /** Whether a facility that was returning from a changed state is in that state again. */
    private static boolean isReturnOf(FacilityState changed, FeatureHistory facility, Transition transition) {
        if (transition.from() != FacilityState.RETURNING) {
            return false;
        }
        List<Transition> all = facility.track().transitions();
        return all.subList(0, all.indexOf(transition)).reversed().stream()
                .map(Transition::to)
                .filter(FacilityState::isChanged)
                .findFirst()
                .filter(changed::equals)
                .isPresent();
    }

    private static Optional<Topic> suspicion(Topic topic, FeatureHistory facility, Transition transition) {
        return isSignificant(facility, transition) ? Optional.of(topic) : Optional.empty();
    }

    private static boolean wasOn(FacilityState state) {
        return state == FacilityState.ON || state == FacilityState.COOLING;
    }

    private static boolean isSignificant(FeatureHistory facility, Transition transition) {
        return transition
                .acquisition()
                .flatMap(facility::observation)
                .flatMap(JudgedObservation::scored)
                .map(JudgedObservation.Scored::isSignificant)
                .orElse(false);
    }
}
