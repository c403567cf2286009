package org.heatwatch.validation;

import java.util.Map;
import java.util.function.Supplier;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.Settings;
import org.heatwatch.simulator.SimulatedSamples;
import org.heatwatch.simulator.SimulatedScene;
import org.jspecify.annotations.Nullable;

/** The truth about a simulated scene, which an estimator cannot know. */
public final class SceneTruth {
    private final Map<String, Double> excess;
    private final Map<String, Double> idleVariation;
    private final Settings settings;
    private final SimulatedSamples samples;
    private final Supplier<SimulatedSamples> simulateIdle;
    private @Nullable SimulatedSamples idle;

    private SceneTruth(
            Map<String, Double> excess,
            Map<String, Double> idleVariation,
            SimulatedScene scene,
            Supplier<SimulatedSamples> simulateIdle) {
        this.excess = excess;
        this.idleVariation = idleVariation;
        this.settings = scene.settings();
        this.samples = scene.samples();
        this.simulateIdle = simulateIdle;
    }

    /** @param idle simulator of the same ground and atmosphere without anything that varies between scenes */
    static SceneTruth of(
            Map<String, Double> excess, Map<String, Double> idleVariation, SimulatedScene scene, SceneSimulator idle) {
        NativeGrid grid = scene.grid();
        return new SceneTruth(
                Map.copyOf(excess),
                Map.copyOf(idleVariation),
                scene,
                () -> idle.grid(grid).simulate(0).samples());
    }

    /** Excess in kelvin due to the activity of a building, by id of the feature; 0 for buildings that are off. */
    public double excess(String feature) {
        return excess.getOrDefault(feature, 0.0);
    }

    /** Idle variability of a building in this scene in kelvin, including drift, without activity. */
    public double idleVariation(String feature) {
        return idleVariation.getOrDefault(feature, 0.0);
    }

    /** Settings of the simulator, such as atmosphere, point spread, misregistration, mean temperature and contrast. */
    public Settings settings() {
        return settings;
    }

    /** The true grid and samples, including noise, in W/(m2 sr um). */
    public SimulatedSamples samples() {
        return samples;
    }

    /**
     * The same samples in W/(m2 sr um) over the mean idle ground at that time of year, temperature, contrast and
     * transmittance: without background scatter, idle variability, drift, activity, clouds and noise. Simulated at the
     * first call.
     */
    public synchronized SimulatedSamples idle() {
        SimulatedSamples known = idle;
        if (known == null) {
            known = simulateIdle.get();
            idle = known;
        }
        return known;
    }
}
