package org.heatwatch.validation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.simulator.Atmosphere;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedScene;

/**
 * What a pass delivers of idle ground on which nothing ever changes, and what the sensor sampled of it, both in effective
 * kelvin about the median.
 */
record IdleView(DeliveredImage image, NativeSamples samples, double kelvinPerRadiance, double median) {
    private static final double TAU = 0.8;

    /** The ground of a recipe without clouds, noise, and anything that differs from scene to scene. */
    static SceneSimulator ground(ArchiveRecipe recipe, long seed) {
        List<Building> buildings = SimulatedSite.buildings(seed);
        RoofWarmth warmth = new RoofWarmth(recipe, buildings.size(), List.of(), seed);
        SceneSimulator ground = SimulatedArchive.ground(recipe, seed, SimulatedArchive.spread(recipe, seed))
                .with(s -> s.withNoiseKelvin(0).withSceneClutterKelvin(0).withAtmosphere(Atmosphere.of(TAU)));
        for (int i = 0; i < buildings.size(); i++) {
            ground = ground.excess(buildings.get(i).corners(), warmth.still(i));
        }
        return ground;
    }

    /** The ground as sampled on a grid. */
    static IdleView of(SceneSimulator ground, NativeGrid grid) {
        SimulatedScene scene = ground.grid(grid).simulate(0);
        ThermalRadiometry radiometry = SceneMaker.radiometry(scene.settings().satellite());
        PixelWindow window = scene.window();
        int[] numbers = scene.digitalNumbers();
        float[] radiance = new float[numbers.length];
        boolean[] valid = new boolean[numbers.length];
        Arrays.fill(valid, true);
        for (int i = 0; i < numbers.length; i++) {
            radiance[i] = (float) radiometry.radiance(numbers[i]);
        }
        DeliveredImage image = new DeliveredImage(
                window.columns(),
                radiance,
                valid,
                scene.scene().east(window.column() - 0.5),
                scene.scene().north(window.row() - 0.5));
        double median = Sample.of(IntStream.range(0, image.size())
                        .mapToObj(image::radiance)
                        .toList())
                .quantile(0.5);
        double perRadiance = EffectiveKelvin.perRadiance(radiometry, median, TAU);
        Readings.Reading reading = Readings.blind(SceneSimulator.DAY_ROTATION)
                .read(image, new Scaling(radiometry.multiplier(), radiometry.offset(), ThermalRadiometry.FILL));
        if (!(reading.grid() instanceof SampledGrid.Resolved resolved)) {
            throw new IllegalStateException("the grid of a simulated scene is not resolved");
        }
        NativeSamples samples = reading.samples().orElseThrow().on(resolved.grid(), resolved.residual());
        return new IdleView(image, samples, perRadiance, median);
    }

    /** Effective kelvin of a delivered pixel. */
    double delivered(int pixel) {
        return (image.radiance(pixel) - median) * kelvinPerRadiance;
    }

    /** Effective kelvin of a recovered sample. */
    double sampled(int sample) {
        return (samples.value(sample) - median) * kelvinPerRadiance;
    }
}
