package org.heatwatch.estimation.composite;

import java.util.List;
import java.util.SplittableRandom;
import org.heatwatch.estimation.background.SplineLattice;

/**
 * Share of each scene in the maps at its own samples: mean of the diagonal of the hat matrix, estimated from random
 * signs (Hutchinson 1990).
 */
final class SceneLeverages {
    private static final double TOLERANCE = 3e-2;

    /** A scene that determines the maps to a larger share has no residual that could be used. */
    private static final double LARGEST = 0.8;

    private SceneLeverages() {}

    /** The shares of the scenes of a fit, in their order; 0 to 0.8. */
    static double[] of(JointEquations equations, List<WeightedScene> scenes, SplineLattice lattice) {
        MapVector maps = equations.solve(SceneLeverages::sign, TOLERANCE);
        return scenes.parallelStream()
                .mapToDouble(scene -> {
                    double[] map = JointEquations.combine(maps, scene.factors());
                    SplinePoint point = new SplinePoint(lattice);
                    double sum = 0;
                    for (int s = 0; s < scene.weights().length; s++) {
                        sum += sign(scene, s)
                                * point.at(scene.east(s), scene.north(s)).value(map);
                    }
                    return Math.clamp(sum / Math.max(1, scene.weights().length), 0, LARGEST);
                })
                .toArray();
    }

    /** A random sign that depends on the acquisition and the sample only. */
    private static double sign(WeightedScene scene, int sample) {
        long seed = scene.scene().samples().acquiredAt().getEpochSecond() * 1_000_003 + sample;
        return new SplittableRandom(seed).nextBoolean() ? 1 : -1;
    }
}
