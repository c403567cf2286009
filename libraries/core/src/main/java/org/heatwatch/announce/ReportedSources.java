package org.heatwatch.announce;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.source.SourceReport;

/**
 * What announcements need of a search for heat sources.
 *
 * @param sources the largest amount first
 * @param activity of each quarter, in order
 */
public record ReportedSources(List<ReportedSource> sources, List<ActivityQuarter> activity) {
    public ReportedSources {
        sources = sources.stream()
                .sorted(Comparator.<ReportedSource>comparingDouble(
                                reported -> -reported.source().kelvinSquareMetres())
                        .thenComparing(reported -> reported.source().id()))
                .toList();
        activity = List.copyOf(activity);
    }

    /** Those of a report. */
    public static ReportedSources of(SourceReport report) {
        return new ReportedSources(ReportedSource.of(report), report.sources().activity());
    }

    /** The source with an id, if it was found. */
    public Optional<ReportedSource> source(String id) {
        return sources.stream()
                .filter(reported -> reported.source().id().equals(id))
                .findFirst();
    }
}
