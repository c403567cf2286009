package org.heatwatch.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;

/**
 * History of a site: a pure function of the site's definition, its scenes and a day.
 *
 * <p>The order and repetition of the scenes do not matter, and of several products of one overpass the best is used:
 * the same ledger gives exactly the same history. Baselines are learned from the reference periods only. A result does
 * not depend on later observations, so an ordinary new scene never changes past results. A new scene within a reference
 * period does, since it improves the background model.
 *
 * @param asOf the history is computed for the end of this day; later scenes are ignored
 * @param regimes observing regimes with enough reference scenes for a baseline
 * @param scenes in the order of their acquisition
 * @param features histories of facilities, controls and reference parcels, in the order of the site's file
 */
public record SiteHistory(
        String siteId,
        LocalDate asOf,
        List<RegimeReport> regimes,
        List<SceneCheck> scenes,
        List<FeatureHistory> features) {

    public SiteHistory {
        regimes = List.copyOf(regimes);
        scenes = List.copyOf(scenes);
        features = List.copyOf(features);
    }

    /** Computes the history without a cache: takes seconds for hundreds of scenes. */
    public static SiteHistory of(Site site, Collection<SampledScene> scenes, LocalDate asOf) {
        return new HistoryPipeline().run(site, scenes, asOf).history();
    }

    /** The history of one facility, control or reference parcel. */
    public Optional<FeatureHistory> feature(String featureId) {
        return features.stream().filter(r -> r.feature().id().equals(featureId)).findFirst();
    }
}
