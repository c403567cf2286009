package org.heatwatch.publication;

import java.time.LocalDate;
import java.util.List;
import org.heatwatch.history.RoofHistory;
import org.jspecify.annotations.Nullable;

/**
 * How a facility or control stands at the end of the day of a history.
 *
 * @param seenAs the state as it was last seen: another than the state only if that is STALE
 * @param since day of the transition into the state
 * @param latest the latest look that saw it, which is what the state rests on; null if it was never seen
 */
public record Standing(
        String facility,
        String state,
        String seenAs,
        @Nullable String since,
        @Nullable Observation latest) {

    /**
     * How a roof stands.
     *
     * @param observations of the same roof
     */
    public static Standing of(RoofHistory roof, List<Observation> observations) {
        var current = roof.track().current();
        return new Standing(
                roof.feature().id(),
                current.state().name(),
                current.seenAs().name(),
                current.since().map(LocalDate::toString).orElse(null),
                observations.stream()
                        .filter(Observation::isObserved)
                        .reduce((_, later) -> later)
                        .orElse(null));
    }
}
