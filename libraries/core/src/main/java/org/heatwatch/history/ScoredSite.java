package org.heatwatch.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.estimation.background.IdleMap;
import org.heatwatch.estimation.fit.PointSpreadEstimate;
import org.heatwatch.landsat.Acquisition;

/** A site's history with what it was made of. */
public final class ScoredSite {
    private final SiteHistory history;
    private final Map<Regime, RegimeBaseline> baselines;
    private final Map<Acquisition, MeasuredScene> measured;

    ScoredSite(SiteHistory history, Map<Regime, RegimeBaseline> baselines, Map<Acquisition, MeasuredScene> measured) {
        this.history = history;
        this.baselines = baselines;
        this.measured = measured;
    }

    public SiteHistory history() {
        return history;
    }

    /**
     * How wide the sensor's point spread is by the reference scenes of each regime. The score does not use it: it is there
     * to be compared with what is assumed. Seconds of work.
     */
    public Map<Regime, PointSpreadEstimate> pointSpreads() {
        Map<Regime, PointSpreadEstimate> estimates = new LinkedHashMap<>();
        baselines.forEach((regime, baseline) -> baseline.pointSpread().ifPresent(e -> estimates.put(regime, e)));
        return estimates;
    }

    /** The idle map of a regime; empty if it has too few reference scenes. */
    public Optional<IdleMap> idleMap(Regime regime) {
        return Optional.ofNullable(baselines.get(regime))
                .map(baseline -> baseline.background().map().map());
    }

    /** Residual of a scene above the background model; empty if it could not be laid on one. */
    public Optional<PassResidual> residual(Acquisition acquisition) {
        return Optional.ofNullable(measured.get(acquisition)).map(MeasuredScene::residual);
    }
}
