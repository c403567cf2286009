package org.heatwatch.source;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;

/** Finds the heat sources of a site from its scenes. Keeps intermediate results, so that one more scene is cheap. */
public final class SourcePipeline {

    /**
     * Searches a period.
     *
     * @param period to search; empty: from the end of the reference period to the day of the report
     * @param asOf later scenes are ignored
     * @param known sources of an earlier report, whose ids are kept
     * @return empty if there are too few reference scenes, or none in the period
     */
    public synchronized Optional<SourceReport> run(
            Site site,
            Collection<SampledScene> scenes,
            Optional<Period> period,
            LocalDate asOf,
            List<HeatSource> known) {
        return Optional.empty();
    }
}
