package org.heatwatch.estimation.composite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.background.SceneSamples;

/**
 * The idle ground of a composite as the background that its scenes are measured against. A scene of the period, or
 * after it, is aligned together with the excess of the period, so that buildings in use do not displace it.
 */
final class CompositeBackground implements FittedBackground {
    private final ScenesOnMaps fitted;
    private final Map<Instant, SceneResidual> residuals;
    private final List<SceneResidual> idle;
    private final Instant periodStart;

    private CompositeBackground(
            ScenesOnMaps fitted, Map<Instant, SceneResidual> residuals, List<SceneResidual> idle, Instant periodStart) {
        this.fitted = fitted;
        this.periodStart = periodStart;
        this.residuals = residuals;
        this.idle = idle;
    }

    /**
     * The background of a fit.
     *
     * @param leverages share of each scene in the maps at its own samples, in the order of the scenes, below 1
     */
    static CompositeBackground of(List<WeightedScene> scenes, ScenesOnMaps fitted, double[] leverages) {
        List<SceneResidual> all = scenes.parallelStream().map(fitted::residual).toList();
        Map<Instant, SceneResidual> residuals = new HashMap<>();
        List<SceneResidual> idle = new ArrayList<>();
        Instant periodStart = Instant.MAX;
        for (int k = 0; k < leverages.length; k++) {
            CompositeScene scene = scenes.get(k).scene();
            Instant acquiredAt = scene.samples().acquiredAt();
            residuals.put(acquiredAt, all.get(k));
            if (scene.isInPeriod() && acquiredAt.isBefore(periodStart)) {
                periodStart = acquiredAt;
            }
            if (!scene.isInPeriod() && scene.trust() == 1) {
                // A linear fit without the scene would leave the residual of the fit with it over this factor.
                idle.add(all.get(k).times(1 / (1 - leverages[k])));
            }
        }
        idle.sort(Comparator.comparing(residual -> residual.scene().acquiredAt()));
        return new CompositeBackground(fitted, residuals, List.copyOf(idle), periodStart);
    }

    @Override
    public List<SceneResidual> idleResiduals() {
        return idle;
    }

    @Override
    public SceneResidual residual(SceneSamples samples) {
        return Optional.ofNullable(residuals.get(samples.acquiredAt()))
                .orElseGet(() -> fitted.residual(fitted.fitted(new CompositeScene(samples, 1, role(samples)))));
    }

    private CompositeScene.SceneRole role(SceneSamples samples) {
        return samples.acquiredAt().isBefore(periodStart)
                ? CompositeScene.SceneRole.REFERENCE
                : CompositeScene.SceneRole.PERIOD;
    }

    @Override
    public double steady(double east, double north) {
        return fitted.steady(east, north);
    }
}
