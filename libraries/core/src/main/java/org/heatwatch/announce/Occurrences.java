package org.heatwatch.announce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/** Picks out of a history what people are told when it happens; the rest waits for the digest. */
final class Occurrences {
    /** Changes of one facility to the same state within this time are one, until the opposite was told. */
    static final int EPISODE_DAYS = 24;

    private Occurrences() {}

    /** One for each episode: facilities and controls in the order of the site, then hot places. */
    static List<Occurrence> of(SiteHistory history) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (RoofHistory roof : history.roofs()) {
            if (isNamed(roof)) {
                occurrences.addAll(episodes(roof));
            }
        }
        occurrences.addAll(HotPlaces.of(history));
        return occurrences;
    }

    /** Whether people may be told of it by name: the outline must be where the building is. */
    static boolean isNamed(RoofHistory roof) {
        Role role = roof.feature().role();
        return (role == Role.FACILITY || role == Role.CONTROL) && !Site.isPlaceholder(roof.feature());
    }

    private static List<Occurrence> episodes(RoofHistory roof) {
        List<Occurrence> episodes = new ArrayList<>();
        for (Transition transition : roof.track().transitions()) {
            topic(roof, transition)
                    .map(topic ->
                            Occurrence.of(roof.feature().id(), topic, transition.date(), transition.acquisition()))
                    .filter(next -> !continues(episodes, next))
                    .ifPresent(episodes::add);
        }
        return episodes;
    }

    private static boolean continues(List<Occurrence> episodes, Occurrence next) {
        for (Occurrence earlier : episodes.reversed()) {
            if (earlier.topic().isOppositeOf(next.topic())) {
                return false;
            }
            if (earlier.topic() == next.topic()) {
                return !earlier.date().plusDays(EPISODE_DAYS).isBefore(next.date());
            }
        }
        return false;
    }

    /** What a change of state is told as at once, if it is. */
    static Optional<Topic> topic(RoofHistory roof, Transition transition) {
        boolean isFacility = roof.feature().role() == Role.FACILITY;
        if (transition.from() == FacilityState.STALE) {
            // It is seen again in the state it was last seen in: that was told when it began.
            return Optional.empty();
        }
        return switch (transition.to()) {
            case ON -> transition.from() == FacilityState.COOLING ? Optional.empty() : Optional.of(Topic.ON);
            case OFF -> wasOn(transition.from()) ? Optional.of(Topic.OFF) : Optional.empty();
            case SUSPECT -> survives(roof, transition) ? Optional.of(Topic.SUSPECT) : Optional.empty();
            case STALE -> isFacility ? Optional.of(Topic.STALE) : Optional.empty();
            case UNCALIBRATED, UNKNOWN, COOLING -> Optional.empty();
        };
    }

    private static boolean wasOn(FacilityState state) {
        return state == FacilityState.ON || state == FacilityState.COOLING;
    }

    private static boolean survives(RoofHistory roof, Transition transition) {
        return transition
                .acquisition()
                .flatMap(roof::look)
                .flatMap(JudgedObservation::scored)
                .map(JudgedObservation.Scored::survivesControl)
                .orElse(false);
    }
}
