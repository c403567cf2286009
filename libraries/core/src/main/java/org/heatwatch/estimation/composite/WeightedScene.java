package org.heatwatch.estimation.composite;

import java.util.Arrays;

/**
 * A scene with its current parameters and the weight of each sample.
 *
 * @param weights inverse variances, square of 1/K; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of samples, never compared
record WeightedScene(CompositeScene scene, SceneFit fit, double[] weights) {

    /** The scene without its robust weights, which make heat that the maps do not contain smaller. */
    WeightedScene unweighted() {
        double[] ones = new double[weights.length];
        Arrays.fill(ones, 1);
        return new WeightedScene(scene, fit, ones);
    }

    double[] factors() {
        return fit.factors(scene);
    }

    double weightSum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Easting of a sample on the maps, in metres. */
    double east(int sample) {
        return scene.samples().east(sample) - fit.shiftEast();
    }

    /** Northing of a sample on the maps, in metres. */
    double north(int sample) {
        return scene.samples().north(sample) - fit.shiftNorth();
    }

    /** Samples less the level of the scene, effective kelvin. */
    double target(int sample) {
        return scene.samples().kelvin(sample) - fit.level();
    }
}
