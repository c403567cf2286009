package org.heatwatch.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;

/** The last stages of a history: evaluates measured scenes in their order and follows the states of the facilities. */
final class MeasuredHistory {
    private static final double DAYS_PER_YEAR = 365.25;

    private MeasuredHistory() {}

    /**
     * Scores a site.
     *
     * @param learned baselines of the regimes
     * @param ordered scenes in the order of their acquisition
     * @param measured each of these scenes; empty if there is no baseline for it or too little of the site was visible
     * @param thresholds that were computed already
     */
    static ScoredSite scored(
            Site site,
            MonitoredFeatures watched,
            Map<Regime, RegimeBaseline> learned,
            List<ScreenedScene> ordered,
            List<Optional<MeasuredScene>> measured,
            CusumThresholds thresholds,
            LocalDate asOf) {
        List<EvaluatedScene> evaluated = evaluate(site, watched, learned, ordered, measured);
        SiteHistory history = new SiteHistory(
                site.id(),
                asOf,
                learned.entrySet().stream()
                        .map(e -> e.getValue().report(e.getKey()))
                        .toList(),
                evaluated.stream().map(EvaluatedScene::check).toList(),
                new FacilityStates(site, watched, List.copyOf(learned.values()), thresholds, asOf).of(evaluated));
        Map<Acquisition, MeasuredScene> byAcquisition = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            Acquisition acquisition = ordered.get(i).sampled().scene().acquisition();
            measured.get(i).ifPresent(scene -> byAcquisition.put(acquisition, scene));
        }
        return new ScoredSite(history, learned, byAcquisition);
    }

    /** Evaluates the scenes in order; the drift used for a scene is estimated from those before it. */
    private static List<EvaluatedScene> evaluate(
            Site site,
            MonitoredFeatures watched,
            Map<Regime, RegimeBaseline> learned,
            List<ScreenedScene> ordered,
            List<Optional<MeasuredScene>> measured) {
        Optional<LocalDate> referenceUntil = site.referencePeriods().stream()
                .filter(period -> period.weight() == 1)
                .map(period -> period.to())
                .max(LocalDate::compareTo);
        Map<Regime, BaselineDrift> drifts = new HashMap<>();
        ParcelActivity activity = ParcelActivity.NONE;
        List<EvaluatedScene> evaluated = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            SampledScene scene = ordered.get(i).sampled();
            Regime regime = Regime.of(scene.scene());
            double years = referenceUntil
                    .map(end -> ChronoUnit.DAYS.between(
                                    end, scene.scene().acquisition().date())
                            / DAYS_PER_YEAR)
                    .map(since -> Math.max(0, since))
                    .orElse(0.0);
            EvaluatedScene next = new SceneEvaluator(
                            watched,
                            scene.scene(),
                            ordered.get(i).sky(),
                            measured.get(i),
                            learned.containsKey(regime),
                            activity)
                    .evaluate(years, drifts.getOrDefault(regime, BaselineDrift.NONE));
            drifts.put(regime, next.drift());
            activity = next.activity();
            evaluated.add(next);
        }
        return evaluated;
    }
}
