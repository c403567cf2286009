package org.heatwatch.estimation.background;

import org.heatwatch.estimation.fit.LocalSamples;
import org.heatwatch.sampling.SamplingGrid;

/**
 * What a scene's samples leave over of the idle map, at their places on the map.
 *
 * <p>Arrays are shared and not to be changed.
 */
public final class SceneResidual implements LocalSamples {
    private final SceneSamples scene;
    private final Alignment alignment;
    private final double[] east;
    private final double[] north;
    private final double[] kelvin;

    SceneResidual(SceneSamples scene, Alignment alignment, IdleMap map) {
        this.scene = scene;
        this.alignment = alignment;
        int n = scene.count();
        east = new double[n];
        north = new double[n];
        kelvin = new double[n];
        map.evaluate(scene, alignment.shiftEast(), alignment.shiftNorth(), kelvin, east, north);
        for (int s = 0; s < n; s++) {
            kelvin[s] = scene.kelvin(s) - alignment.level() - alignment.contrast() * kelvin[s];
            east[s] = scene.east(s) - alignment.shiftEast();
            north[s] = scene.north(s) - alignment.shiftNorth();
        }
    }

    public SceneSamples scene() {
        return scene;
    }

    public Alignment alignment() {
        return alignment;
    }

    /** The scene's grid at its place on the map. */
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

    /** Effective kelvin. */
    @Override
    public double kelvin(int sample) {
        return kelvin[sample];
    }
}
