package org.heatwatch.estimation.background;

import java.util.Arrays;
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

    /**
     * Residuals from a background that is not a map of this package.
     *
     * @param expected background at each sample at its position on the map, in effective kelvin relative to the level
     *     of the scene and before its contrast; not kept
     */
    public static SceneResidual of(SceneSamples scene, Alignment alignment, double[] expected) {
        int count = scene.count();
        double[] east = new double[count];
        double[] north = new double[count];
        double[] kelvin = new double[count];
        for (int s = 0; s < count; s++) {
            kelvin[s] = scene.kelvin(s) - alignment.level() - alignment.contrast() * expected[s];
            east[s] = scene.east(s) - alignment.shiftEast();
            north[s] = scene.north(s) - alignment.shiftNorth();
        }
        return new SceneResidual(scene, alignment, east, north, kelvin);
    }

    /** The same scene with each residual multiplied by a factor. */
    public SceneResidual times(double factor) {
        return new SceneResidual(
                scene,
                alignment,
                east,
                north,
                Arrays.stream(kelvin).map(residual -> factor * residual).toArray());
    }

    static SceneResidual of(SceneSamples scene, Alignment alignment, BackgroundMap map) {
        double[] expected = new double[scene.count()];
        double[] slopeEast = new double[scene.count()];
        double[] slopeNorth = new double[scene.count()];
        map.evaluate(scene, alignment.shiftEast(), alignment.shiftNorth(), expected, slopeEast, slopeNorth);
        return of(scene, alignment, expected);
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
        return scene.grid().movedBy(-alignment.shiftEast(), -alignment.shiftNorth());
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
