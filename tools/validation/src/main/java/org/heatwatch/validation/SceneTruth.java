package org.heatwatch.validation;

import java.util.Map;
import java.util.function.Supplier;
import org.heatwatch.simulator.NativeSamples;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.Settings;
import org.heatwatch.simulator.SimulatedScene;
import org.jspecify.annotations.Nullable;

/** What is true of a simulated scene and nobody could know. */
public final class SceneTruth {
    private final Map<String, Double> excess;
    private final Map<String, Double> own;
    private final Settings settings;
    private final NativeSamples samples;
    private final Supplier<NativeSamples> drawIdle;
    private @Nullable NativeSamples idle;

    /** @param asIdle the same ground and air with nothing in it that differs from scene to scene */
    SceneTruth(Map<String, Double> excess, Map<String, Double> own, SimulatedScene scene, SceneSimulator asIdle) {
        this.excess = Map.copyOf(excess);
        this.own = Map.copyOf(own);
        this.settings = scene.settings();
        this.samples = scene.samples();
        this.drawIdle = () -> asIdle.grid(samples.grid()).simulate(0).samples();
    }

    /** Kelvin by which the activity of a building warms it, by id of the feature; 0 for whatever is off. */
    public double excess(String feature) {
        return excess.getOrDefault(feature, 0.0);
    }

    /** Kelvin by which a building differs in this scene from its usual warmth, drift included, without activity. */
    public double own(String feature) {
        return own.getOrDefault(feature, 0.0);
    }

    /** The settings of the simulator: atmosphere, point spread, misplacement, level and contrast. */
    public Settings settings() {
        return settings;
    }

    /** The true grid and samples, noise included, W/(m2 sr um). */
    public NativeSamples samples() {
        return samples;
    }

    /**
     * What those samples would be of the ground as it usually is at that time of year, level, contrast and air: without
     * clutter of the scene, without the buildings' own variation, drift and activity, without clouds and noise; W/(m2 sr
     * um). Worked out when it is first asked for.
     */
    public synchronized NativeSamples idle() {
        NativeSamples known = idle;
        if (known == null) {
            known = drawIdle.get();
            idle = known;
        }
        return known;
    }
}
