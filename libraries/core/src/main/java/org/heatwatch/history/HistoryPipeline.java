package org.heatwatch.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;

/**
 * Computes a site's history from its scenes, in stages: the best product of each overpass, its clouds, the baseline of
 * each observing regime, the measurement of each scene, its evaluation, the states of the facilities.
 *
 * <p>Baselines and measurements of the last run are cached, so that adding a scene is cheap as long as the reference
 * scenes do not change. The result equals that of a run without a cache.
 */
public final class HistoryPipeline {
    private final CloudScreen clouds = new CloudScreen();
    private final CusumThresholds thresholds = new CusumThresholds();
    private final HistoryCache<Optional<ReferenceScenes>, List<Feature>> parcels = new HistoryCache<>();
    private final HistoryCache<ReferenceScenes, Optional<RegimeBaseline>> baselines = new HistoryCache<>();
    private final SceneMeasurements measurements = new SceneMeasurements();

    /** Runs all stages for the end of a day; ignores later scenes. */
    public synchronized ScoredSite run(Site definition, Collection<SampledScene> scenes, LocalDate asOf) {
        Site site = AssumedReference.of(definition, scenes);
        List<ScreenedScene> screened = clouds.of(site, scenes, asOf);
        List<SampledScene> ordered =
                screened.stream().map(ScreenedScene::sampled).toList();
        Site monitored = withParcels(site, ordered);
        MonitoredFeatures watched = MonitoredFeatures.of(monitored);
        Map<Regime, ReferenceScenes> reference = ReferenceScenes.of(monitored, ordered);
        Map<Regime, RegimeBaseline> learned = learn(watched, List.copyOf(reference.values()));
        List<Optional<MeasuredScene>> measured = measurements.of(ordered, learned);
        return MeasuredHistory.scored(site, watched, learned, screened, measured, thresholds, asOf);
    }

    /** The site with reference parcels of its own, if its definition has too few. */
    private Site withParcels(Site site, List<SampledScene> ordered) {
        if (!QuietParcels.areNeededBy(site)) {
            return site;
        }
        List<Optional<ReferenceScenes>> certain = List.of(QuietParcels.mostCertain(site, ordered));
        return QuietParcels.addedTo(
                site,
                parcels.get(certain, its -> QuietParcels.of(site, its, List.of()))
                        .getFirst());
    }

    /** The baselines of the regimes that have enough reference scenes. */
    private Map<Regime, RegimeBaseline> learn(MonitoredFeatures watched, List<ReferenceScenes> reference) {
        List<Optional<RegimeBaseline>> all = baselines.get(reference, its -> RegimeBaseline.learn(its, watched));
        Map<Regime, RegimeBaseline> learned = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Regime regime = reference.get(i).regime();
            all.get(i).ifPresent(baseline -> learned.put(regime, baseline));
        }
        return learned;
    }
}
