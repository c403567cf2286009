package org.heatwatch.run;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;

/**
 * The next day on which the history of a site can change without a new scene: a state becomes STALE, or the weekly
 * digest is due.
 */
final class NextScoringDay {
    /** A site is scored after this time in any case, so that the day of its results is never older. */
    private static final int MAX_DAYS = 7;

    private NextScoringDay() {}

    /** The next day for a site, after today. */
    static LocalDate after(SiteHistory history) {
        LocalDate today = history.asOf();
        Stream<LocalDate> stale = history.features().stream().flatMap(feature -> staleFrom(feature).stream());
        return Stream.concat(stale, digest(history).stream())
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(today.plusDays(MAX_DAYS)))
                .orElseGet(() -> today.plusDays(MAX_DAYS));
    }

    /** The day at whose end the state becomes STALE if no scene comes before. */
    private static Optional<LocalDate> staleFrom(FeatureHistory feature) {
        StateTrack track = feature.track();
        if (track.current().state() == FacilityState.STALE || track.steps().isEmpty()) {
            return Optional.empty();
        }
        return track.current()
                .lastValidObservation()
                .map(JudgedObservation::date)
                .or(() -> Optional.of(track.steps().getFirst().observation().date()))
                .map(last -> last.plusDays(StateTrack.STALE_DAYS));
    }

    /** Monday, if a scene came since the last Sunday: the digest of the week is then due. */
    private static Optional<LocalDate> digest(SiteHistory history) {
        LocalDate monday = history.asOf().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        LocalDate lastSunday = history.asOf().minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return history.scenes().stream()
                        .anyMatch(scene -> scene.product().acquired().isAfter(lastSunday))
                ? Optional.of(monday)
                : Optional.empty();
    }
}
