package org.heatwatch.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.fit.PointSpreadEstimate;
import org.heatwatch.landsat.Acquisition;

/** A site's history with the baselines and measurements that it was computed from. */
public final class ScoredSite {
    private final SiteHistory history;
    private final Map<Regime, RegimeBaseline> baselines;
    private final Map<Acquisition, MeasuredScene> measured;

    ScoredSite(SiteHistory history, Map<Regime, RegimeBaseline> baselines, Map<Acquisition, MeasuredScene> measured) {
        this.history = history;
        this.baselines = baselines;
        this.measured = measured;
    }

    /** The history. */
    public SiteHistory history() {
        return history;
    }

    /**
     * Estimates the width of the sensor's point spread from the reference scenes of each regime. Scores do not use it;
     * it is meant for comparison with the assumed width. Takes seconds.
     */
    public Map<Regime, PointSpreadEstimate> pointSpreads() {
        Map<Regime, PointSpreadEstimate> estimates = new LinkedHashMap<>();
        baselines.forEach((regime, baseline) -> baseline.pointSpread().ifPresent(e -> estimates.put(regime, e)));
        return estimates;
    }

    /** The idle ground of a regime; empty if it has too few reference scenes. */
    public Optional<FittedBackground> background(Regime regime) {
        return Optional.ofNullable(baselines.get(regime))
                .map(baseline -> baseline.background().ground());
    }

    /** Residual of a scene above the background model; empty if the scene could not be aligned to one. */
    public Optional<PassResidual> residual(Acquisition acquisition) {
        return Optional.ofNullable(measured.get(acquisition)).map(MeasuredScene::residual);
    }
}
