package org.heatwatch.site.plan;

import java.util.List;
import java.util.Optional;
import org.heatwatch.landsat.SceneCoverage;
import org.heatwatch.site.Site;

/**
 * A new site.
 *
 * @param text its definition, GeoJSON with one feature per line
 * @param site the same, read
 * @param scenes every path and row that shows the whole bounds at least in some overpasses; the definition has those
 *     that are covered, and those at the edge if no other is
 * @param imported what became of the building outlines, if there were any
 */
public record PlannedSite(String text, Site site, List<SceneCoverage> scenes, Optional<ImportReport> imported) {

    public PlannedSite {
        scenes = List.copyOf(scenes);
    }

    /** What the definition has and why, in sentences. */
    public List<String> report() {
        return new PlanReport(this).lines();
    }
}
