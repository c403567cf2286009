package org.heatwatch.simulator;

import java.nio.file.Path;

/** One simulated scene: the pixels of a product and the truth from which they were made. */
public final class SimulatedScene {
    private final Settings settings;
    private final GroundTruth truth;
    private final SimulatedSamples samples;
    private final double[] radiances;
    private final int[] quality;

    SimulatedScene(Settings settings, GroundTruth truth, SimulatedSamples samples, double[] radiances, int[] quality) {
        this.settings = settings;
        this.truth = truth;
        this.samples = samples;
        this.radiances = radiances;
        this.quality = quality;
    }

    public Settings settings() {
        return settings;
    }

    public SceneGrid scene() {
        return settings.scene();
    }

    public PixelWindow window() {
        return settings.window();
    }

    /** True temperature of the ground, with shadows but without clouds. */
    public GroundTruth truth() {
        return truth;
    }

    /** The samples, including noise, from which the pixels were interpolated. */
    public SimulatedSamples samples() {
        return samples;
    }

    public NativeGrid grid() {
        return samples.grid();
    }

    /** Radiance of the pixels before rounding, row by row, in W/(m2 sr um). */
    public double[] radiances() {
        return radiances.clone();
    }

    /** Level-1 digital numbers of band 10, row by row. */
    public int[] digitalNumbers() {
        int[] numbers = new int[radiances.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = settings.satellite().digitalNumber(radiances[i]);
        }
        return numbers;
    }

    /** QA_PIXEL, row by row. */
    public int[] quality() {
        return quality.clone();
    }

    /**
     * Writes the scene as a product of the level given in its name, below a root directory that corresponds to the
     * bucket; returns the product's directory.
     */
    public Path write(Path root, SimulatedProductName name, SceneFacts facts) {
        if (name.satellite() != settings.satellite()) {
            throw new IllegalArgumentException(name.id() + " is not a product of " + settings.satellite());
        }
        return new ProductWriter(root).write(name, scene(), window(), radiances, quality, settings.atmosphere(), facts);
    }
}
