package org.heatwatch.story;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.Atmosphere;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.ProductName;
import org.heatwatch.simulator.ProductWriter;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.Satellite;
import org.heatwatch.simulator.SceneFacts;

/** An overcast scene: only the tops of the clouds. No ground is simulated, since none would be seen. */
record CloudDeck(Scenery scenery) {
    /** QA_PIXEL of certain cloud. */
    private static final int CLOUD = 22280;

    private static final double KELVIN = 258;
    private static final double SCENE_KELVIN = 6;
    private static final double WAVE_KELVIN = 2;
    private static final int WAVES = 4;
    private static final double SHORTEST_PIXELS = 20;
    private static final double LONGEST_PIXELS = 100;

    /** Returns the product's directory. */
    Path write(Path bucket, ProductName name, long sceneSeed, double transmittance, SceneFacts facts) {
        PixelWindow window = scenery.window();
        Satellite satellite = name.satellite();
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
            double number = 2 * Math.PI / random.nextDouble(SHORTEST_PIXELS, LONGEST_PIXELS);
            double direction = random.nextDouble(2 * Math.PI);
            double across = number * Math.cos(direction);
            double down = number * Math.sin(direction);
            double phase = random.nextDouble(2 * Math.PI);
            for (int i = 0; i < kelvin.length; i++) {
                double at = across * (i % columns) + down * Math.floorDiv(i, columns) + phase;
                kelvin[i] += WAVE_KELVIN * Math.sin(at);
            }
        }
        return kelvin;
    }
}
