package org.heatwatch.source;

import java.util.List;

/**
 * The heat sources of a site in a period.
 *
 * @param period that was searched
 * @param referenceScenes number of reference scenes of the composite
 * @param periodScenes number of scenes of the period in the composite
 * @param threshold z above which a place is a source
 * @param falseSourcesPerSiteYear probability of a false source in a year at a site where nothing runs
 * @param sources the strongest first; sources that ended are included
 * @param activity of each quarter, in order
 */
public record SiteSources(
        Period period,
        int referenceScenes,
        int periodScenes,
        double threshold,
        double falseSourcesPerSiteYear,
        List<HeatSource> sources,
        List<ActivityQuarter> activity) {

    public SiteSources {
        sources = List.copyOf(sources);
        activity = List.copyOf(activity);
    }
}
