package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.SourceHistory;
import org.heatwatch.source.SourceReport;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/**
 * A heat source of a report, with the acquisitions that its announcements follow from. They depend on its observations
 * alone, not on the day on which it was found, so that a back-fill of past years announces recent events only.
 *
 * @param place position in the site's UTM zone
 * @param start third observation of the time in which the source was warm, or the last if there are fewer; if it turned
 *     ON later, that observation, because the estimate of the first warm day may be early while few passes are warm
 * @param end third observation after that time, or the last; empty if the source did not end
 */
public record ReportedSource(HeatSource source, UtmPosition place, Acquisition start, Optional<Acquisition> end) {
    /** As many as the shortest search of the composite needs, and as the end of a source needs. */
    private static final int OBSERVATIONS = 3;

    /** The sources of a report that have an observation, in its order. */
    static List<ReportedSource> of(SourceReport report) {
        List<HeatSource> sources = report.sources().sources();
        return IntStream.range(0, sources.size())
                .boxed()
                .flatMap(i -> of(sources.get(i), report.histories().get(i)).stream())
                .toList();
    }

    private static Optional<ReportedSource> of(HeatSource source, SourceHistory history) {
        Optional<Acquisition> end =
                source.ended() ? third(history.history(), source.lastSeen().plusDays(1)) : Optional.empty();
        UtmPosition place =
                new UtmPosition(history.place().east(), history.place().north());
        return Stream.concat(
                        third(history.history(), source.firstSeen()).stream(),
                        turnedOn(history.history(), source.firstSeen()).stream())
                .max(Comparator.comparing(Acquisition::date))
                .map(start -> new ReportedSource(source, place, start, end));
    }

    private static Optional<Acquisition> turnedOn(FeatureHistory history, LocalDate from) {
        return history.track().transitions().stream()
                .filter(transition -> transition.to() == FacilityState.ON
                        && !transition.date().isBefore(from))
                .findFirst()
                .flatMap(Transition::acquisition);
    }

    private static Optional<Acquisition> third(FeatureHistory history, LocalDate from) {
        return history.observations().stream()
                .filter(seen -> seen.counts() && !seen.date().isBefore(from))
                .limit(OBSERVATIONS)
                .map(JudgedObservation::acquisition)
                .reduce((_, later) -> later);
    }

    /** Whether the source was observed often enough to be announced. Until then it may be lost with the next pass. */
    boolean isEstablished() {
        return source.overpasses() >= OBSERVATIONS;
    }

    NotableEvent started() {
        return event(Topic.SOURCE, start);
    }

    /** The end, if the source ended. */
    Optional<NotableEvent> ended() {
        return end.map(acquisition -> event(Topic.SOURCE_ENDED, acquisition));
    }

    private NotableEvent event(Topic topic, Acquisition acquisition) {
        return new NotableEvent(source.id(), topic, acquisition.date(), Optional.of(acquisition), Optional.of(place));
    }

    /** Whether a record is of this source: it has its id, or its position within 60 m. */
    boolean isSubjectOf(AnnouncementRecord entry) {
        return entry.subject().equals(source.id()) || distance(entry) <= SourcePlanner.SAME_SOURCE_METRES;
    }

    /** Distance from the place of a record in metres; infinite if it has none. */
    double distance(AnnouncementRecord entry) {
        return entry.place().map(place::distance).orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether hot spots at a place and day are of this source: within the blur of the sensor and a year. */
    boolean includes(UtmPosition spot, LocalDate date) {
        return place.distance(spot) <= UnlistedHeatSources.SAME_SOURCE_METRES
                && !date.isBefore(source.firstSeen().minusDays(UnlistedHeatSources.REMEMBERED_DAYS))
                && !(source.ended() && date.isAfter(source.lastSeen().plusDays(UnlistedHeatSources.REMEMBERED_DAYS)));
    }
}
