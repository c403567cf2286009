package org.heatwatch.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.announce.Announcement;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/**
 * The weeks that a digest covers.
 *
 * @param from first day
 * @param to last day
 */
record DigestPeriod(SiteHistory history, LocalDate from, LocalDate to) {

    /** A change of state of a facility or control that may be named. */
    record Change(FeatureHistory facility, Transition transition) {}

    static DigestPeriod of(MailFacts facts) {
        Announcement digest = facts.announcements().getFirst();
        return new DigestPeriod(
                facts.history(), digest.before().orElseThrow(), digest.record().date());
    }

    private boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    List<SceneCheck> passes() {
        return history.scenes().stream()
                .filter(scene -> covers(scene.product().acquired()))
                .toList();
    }

    /** Number of passes in which a facility or control could be judged. */
    long passesSeen() {
        return passes().stream()
                .filter(pass -> !pass.isSuspect())
                .filter(pass -> outcomes(pass).stream().anyMatch(JudgedObservation.Scored.class::isInstance))
                .count();
    }

    /** The outcome of a pass for each facility and control that may be named. */
    List<JudgedObservation.Outcome> outcomes(SceneCheck pass) {
        return named().flatMap(facility -> facility.observation(pass.product().acquisition()).stream())
                .map(observation -> observation.outcome())
                .toList();
    }

    List<Change> changes() {
        return named().flatMap(facility -> facility.track().transitions().stream()
                        .filter(transition -> covers(transition.date()))
                        .map(transition -> new Change(facility, transition)))
                .toList();
    }

    /** Whether no facility or control may be named. */
    boolean namesNone() {
        return named().findAny().isEmpty();
    }

    private Stream<FeatureHistory> named() {
        return history.features().stream().filter(facility -> facility.feature().mayBeNamed());
    }
}
