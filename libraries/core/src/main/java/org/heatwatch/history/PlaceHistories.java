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

/**
 * Histories of places against grounds that were fitted already. The reference parcels are chosen from the ground with
 * the most idle scenes, away from the places. The stages are those of {@link HistoryPipeline}, without its fits of the
 * ground, which take most of its time.
 */
public final class PlaceHistories {
    private PlaceHistories() {}

    /**
     * Computes the histories for the end of a day; ignores later scenes.
     *
     * @param clouds may have results of an earlier run
     * @param site whose facilities are the places, without reference parcels
     * @param grounds of the observing regimes; scenes of other regimes are not judged
     */
    public static SiteHistory of(
            CloudScreen clouds,
            Site site,
            Collection<SampledScene> scenes,
            LocalDate asOf,
            Map<Regime, FittedBackground> grounds) {
        List<ScreenedScene> screened = clouds.of(site, scenes, asOf);
        List<SampledScene> ordered =
                screened.stream().map(ScreenedScene::sampled).toList();
        MonitoredFeatures watched = MonitoredFeatures.of(grounds.values().stream()
                .max(Comparator.comparingInt(ground -> ground.idleResiduals().size()))
                .map(ground -> QuietParcels.chosenFrom(ground, site))
                .orElse(site));
        Map<Regime, RegimeBaseline> learned = new LinkedHashMap<>();
        ReferenceScenes.of(site, ordered)
                .forEach((regime, reference) -> Optional.ofNullable(grounds.get(regime))
                        .flatMap(ground -> RegimeBaseline.learn(reference, watched, ground))
                        .ifPresent(baseline -> learned.put(regime, baseline)));
        List<Optional<MeasuredScene>> measured = ordered.parallelStream()
                .map(scene -> Optional.ofNullable(learned.get(Regime.of(scene.scene())))
                        .flatMap(baseline -> baseline.measure(scene)))
                .toList();
        return MeasuredHistory.scored(site, watched, learned, screened, measured, new CusumThresholds(), asOf)
                .history();
    }
}
