package org.heatwatch.story;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.Atmosphere;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.ProductWriter;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;

/** An overcast scene: only cloud tops are simulated, since the ground is not visible. */
record OvercastScene(Scenery scenery) {
    /** QA_PIXEL value of high-confidence cloud. */
    private static final int CLOUD = 22280;

    private static final double KELVIN = 258;
    private static final double SCENE_KELVIN = 6;
    private static final double WAVE_KELVIN = 2;
    private static final int WAVES = 4;
    private static final double SHORTEST_PIXELS = 20;
    private static final double LONGEST_PIXELS = 100;

    /** Simulates and writes a product below a bucket folder; returns the product's folder. */
    Path write(Path bucket, SimulatedProductName name, long sceneSeed, double transmittance, SceneFacts facts) {
        PixelWindow window = scenery.window();
        SimulatedSatellite satellite = name.satellite();
        double[] radiances = Arrays.stream(tops(RandomStreams.of(sceneSeed, "cloud deck")))
                .map(satellite.planck()::radiance)
                .toArray();
        int[] quality = new int[radiances.length];
        Arrays.fill(quality, CLOUD);
        return new ProductWriter(bucket)
                .write(name, scenery.scene(), window, radiances, quality, Atmosphere.of(transmittance), facts);
    }

    private double[] tops(RandomGenerator random) {
        int columns = scenery.window().columns();
        double[] kelvin = new double[scenery.window().pixels()];
        Arrays.fill(kelvin, KELVIN + SCENE_KELVIN * random.nextGaussian());
        for (int wave = 0; wave < WAVES; wave++) {
            double wavenumber = 2 * Math.PI / random.nextDouble(SHORTEST_PIXELS, LONGEST_PIXELS);
            double direction = random.nextDouble(2 * Math.PI);
            double across = wavenumber * Math.cos(direction);
            double down = wavenumber * Math.sin(direction);
            double phase = random.nextDouble(2 * Math.PI);
            for (int i = 0; i < kelvin.length; i++) {
                double angle = across * (i % columns) + down * Math.floorDiv(i, columns) + phase;
                kelvin[i] += WAVE_KELVIN * Math.sin(angle);
            }
        }
        return kelvin;
    }
}
