package org.heatwatch.simulator;

import java.nio.file.Path;

/** One simulated scene: the pixels a product would hold, and the truth behind them. */
public final class SimulatedScene {
    private final Settings settings;
    private final GroundTruth truth;
    private final NativeSamples samples;
    private final double[] radiances;
    private final int[] quality;

    SimulatedScene(Settings settings, GroundTruth truth, NativeSamples samples, double[] radiances, int[] quality) {
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

    /** Temperature of the ground, shadows included, clouds not. */
    public GroundTruth truth() {
        return truth;
    }

    /** The samples, noise included, from which the pixels were made. */
    public NativeSamples samples() {
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
     * Writes the scene as a product of the level that its name says, below a root that stands for the bucket; returns
     * the product's directory.
     */
    public Path write(Path root, ProductName name, SceneFacts facts) {
        if (name.satellite() != settings.satellite()) {
            throw new IllegalArgumentException(name.id() + " is not of " + settings.satellite());
        }
        return new ProductWriter(root).write(name, scene(), window(), radiances, quality, settings.atmosphere(), facts);
    }
}
