package org.heatwatch.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Histories of places against grounds that were fitted already. The reference parcels are chosen from the ground with
 * the most idle scenes, away from the places. The stages are those of {@link HistoryPipeline}, without its fits of the
 * ground, which take most of its time.
 *
 * <p>An instance keeps the results of its last run: the next one with the same places, the same grounds and one more
 * scene is cheap. The result equals that of a new instance.
 */
public final class PlaceHistories {
    private final CloudScreen clouds;
    private final CusumThresholds thresholds = new CusumThresholds();
    private final HistoryCache<WatchedKey, MonitoredFeatures> watched = new HistoryCache<>();
    private final HistoryCache<BaselineKey, Optional<RegimeBaseline>> baselines = new HistoryCache<>();
    private final SceneMeasurements measurements = new SceneMeasurements();

    /**
     * Histories without results of an earlier run.
     *
     * @param clouds may have results of an earlier run
     */
    public PlaceHistories(CloudScreen clouds) {
        this.clouds = clouds;
    }

    /** The places, and the ground from which the reference parcels are chosen. */
    private record WatchedKey(Site site, Optional<FittedBackground> ground) {}

    private record BaselineKey(
            ReferenceScenes reference,
            MonitoredFeatures watched,
            @Nullable FittedBackground ground) {}

    /**
     * Computes the histories for the end of a day; ignores later scenes.
     *
     * @param site whose facilities are the places, without reference parcels
     * @param grounds of the observing regimes; scenes of other regimes are not judged
     */
    public synchronized SiteHistory of(
            Site site, Collection<SampledScene> scenes, LocalDate asOf, Map<Regime, FittedBackground> grounds) {
        List<ScreenedScene> screened = clouds.of(site, scenes, asOf);
        List<SampledScene> ordered =
                screened.stream().map(ScreenedScene::sampled).toList();
        MonitoredFeatures features = watched(site, grounds);
        Map<Regime, RegimeBaseline> learned = learn(features, ReferenceScenes.of(site, ordered), grounds);
        List<Optional<MeasuredScene>> measured = measurements.of(ordered, learned);
        return MeasuredHistory.scored(site, features, learned, screened, measured, thresholds, asOf)
                .history();
    }

    private MonitoredFeatures watched(Site site, Map<Regime, FittedBackground> grounds) {
        Optional<FittedBackground> most = grounds.values().stream()
                .max(Comparator.comparingInt(ground -> ground.idleResiduals().size()));
        return watched.get(
                        List.of(new WatchedKey(site, most)),
                        _ -> MonitoredFeatures.of(most.map(ground -> QuietParcels.chosenFrom(ground, site))
                                .orElse(site)))
                .getFirst();
    }

    private Map<Regime, RegimeBaseline> learn(
            MonitoredFeatures features, Map<Regime, ReferenceScenes> reference, Map<Regime, FittedBackground> grounds) {
        List<Optional<RegimeBaseline>> all = baselines.get(
                reference.values().stream()
                        .map(its -> new BaselineKey(its, features, grounds.get(its.regime())))
                        .toList(),
                key -> Optional.ofNullable(key.ground())
                        .flatMap(ground -> RegimeBaseline.learn(key.reference(), key.watched(), ground)));
        Map<Regime, RegimeBaseline> learned = new LinkedHashMap<>();
        int next = 0;
        for (Regime regime : reference.keySet()) {
            all.get(next++).ifPresent(baseline -> learned.put(regime, baseline));
        }
        return learned;
    }
}
