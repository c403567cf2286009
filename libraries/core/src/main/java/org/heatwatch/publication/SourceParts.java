package org.heatwatch.publication;

import java.time.LocalDate;
import org.heatwatch.source.CompositeMap;
import org.heatwatch.source.Period;
import org.heatwatch.source.SiteSources;
import org.heatwatch.source.SourceHistory;
import org.heatwatch.source.SourceReport;

/** The parts of a publication that hold the heat sources of a site. */
final class SourceParts {
    private SourceParts() {}

    /** Receives a part. */
    @FunctionalInterface
    interface Parts {
        void put(String of, int year, Object part);
    }

    /** @param lastScene day of the last scene of the history */
    static void put(SourceReport report, LocalDate lastScene, Parts parts) {
        SiteSources sources = report.sources();
        parts.put(PartKey.SOURCES, sources.period().to().getYear(), sources);
        for (SourceHistory source : report.histories()) {
            FacilityYear.of(source.history(), PublishedObservation.of(source.history()))
                    .forEach((year, its) -> parts.put(PartKey.source(source.id()), year, its));
        }
        CompositeMap map = report.composite();
        Period period = untilLastScene(map.period(), lastScene);
        parts.put(PartKey.composite(period), period.to().getYear(), PublishedComposite.of(map, period));
    }

    /** A composite changes only with a scene: if its period ended today, it would be stored again every day. */
    private static Period untilLastScene(Period period, LocalDate lastScene) {
        return period.contains(lastScene) ? new Period(period.from(), lastScene) : period;
    }
}
