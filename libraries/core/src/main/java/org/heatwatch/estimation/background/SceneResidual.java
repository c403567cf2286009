package org.heatwatch.estimation.background;

import org.heatwatch.estimation.fit.LocalSamples;
import org.heatwatch.sampling.SamplingGrid;

/**
 * Residuals of a scene's samples from the background map, at their positions on the map.
 *
 * <p>Immutable.
 */
public final class SceneResidual implements LocalSamples {
    private final SceneSamples scene;
    private final Alignment alignment;
    private final double[] east;
    private final double[] north;
    private final double[] kelvin;

    private SceneResidual(SceneSamples scene, Alignment alignment, double[] east, double[] north, double[] kelvin) {
        this.scene = scene;
        this.alignment = alignment;
        this.east = east;
        this.north = north;
        this.kelvin = kelvin;
    }

    static SceneResidual of(SceneSamples scene, Alignment alignment, BackgroundMap map) {
        int count = scene.count();
        double[] east = new double[count];
        double[] north = new double[count];
        double[] kelvin = new double[count];
        map.evaluate(scene, alignment.shiftEast(), alignment.shiftNorth(), kelvin, east, north);
        for (int s = 0; s < count; s++) {
            kelvin[s] = scene.kelvin(s) - alignment.level() - alignment.contrast() * kelvin[s];
            east[s] = scene.east(s) - alignment.shiftEast();
            north[s] = scene.north(s) - alignment.shiftNorth();
        }
        return new SceneResidual(scene, alignment, east, north, kelvin);
    }

    /** The samples of the scene, not aligned. */
    public SceneSamples scene() {
        return scene;
    }

    /** The alignment of the scene with the map. */
    public Alignment alignment() {
        return alignment;
    }

    /** The grid of the samples, shifted to its position on the map. */
    public SamplingGrid grid() {
        SamplingGrid grid = scene.grid();
        return new SamplingGrid(
                grid.geometry(),
                grid.phaseAcross(),
                grid.phaseAlong(),
                grid.originEast() - alignment.shiftEast(),
                grid.originNorth() - alignment.shiftNorth());
    }

    @Override
    public int count() {
        return kelvin.length;
    }

    /** Easting on the map in metres. */
    @Override
    public double east(int sample) {
        return east[sample];
    }

    /** Northing on the map in metres. */
    @Override
    public double north(int sample) {
        return north[sample];
    }

    /** Residual in effective kelvin. */
    @Override
    public double kelvin(int sample) {
        return kelvin[sample];
    }
}
