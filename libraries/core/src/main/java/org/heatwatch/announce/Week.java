package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/**
 * The weeks that a digest is of.
 *
 * @param from the first day
 * @param to the last day
 */
record Week(SiteHistory history, LocalDate from, LocalDate to) {

    /** A change of a facility or control that may be named. */
    record Change(RoofHistory roof, Transition transition) {}

    static Week of(MailFacts facts) {
        News digest = facts.news().getFirst();
        return new Week(
                facts.history(), digest.before().orElseThrow(), digest.marker().date());
    }

    private boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    List<SceneCheck> passes() {
        return history.scenes().stream()
                .filter(scene -> covers(scene.product().acquired()))
                .toList();
    }

    /** Passes in which a facility or control could be judged. */
    long passesSeen() {
        return passes().stream()
                .filter(pass -> !pass.isSuspect())
                .filter(pass -> outcomes(pass).stream().anyMatch(JudgedObservation.Scored.class::isInstance))
                .count();
    }

    /** What a pass says of each facility and control that may be named. */
    List<JudgedObservation.Outcome> outcomes(SceneCheck pass) {
        return named().flatMap(roof -> roof.look(pass.product().acquisition()).stream())
                .map(look -> look.outcome())
                .toList();
    }

    List<Change> changes() {
        return named().flatMap(roof -> roof.track().transitions().stream()
                        .filter(transition -> covers(transition.date()))
                        .map(transition -> new Change(roof, transition)))
                .toList();
    }

    boolean namesNobody() {
        return named().findAny().isEmpty();
    }

    private Stream<RoofHistory> named() {
        return history.roofs().stream().filter(Occurrences::isNamed);
    }
}
