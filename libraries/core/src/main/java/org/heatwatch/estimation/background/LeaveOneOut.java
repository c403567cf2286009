package org.heatwatch.estimation.background;

import org.heatwatch.estimation.linear.Vectors;

/**
 * What a scene leaves over of the map that all other scenes make.
 *
 * <p>The map without one scene differs little from the map with it, so conjugate gradients that start at the whole map and
 * use its factored matrix get there in a few steps. The product of the whole matrix with each search direction comes from
 * the recursion itself and costs nothing.
 */
final class LeaveOneOut {
    private static final int MOST_STEPS = 12;
    private static final double ENOUGH = 1e-6;

    private final MapCoefficients layout;
    private final MapSystem system;
    private final double[] whole;

    LeaveOneOut(MapCoefficients layout, MapSystem solved, double[] whole) {
        this.layout = layout;
        this.system = solved;
        this.whole = whole;
    }

    /** The map of all scenes but this one, which entered the system with this alignment and these weights. */
    IdleMap without(SceneSamples scene, Alignment alignment, double[] weights) {
        int size = MapCoefficients.perSample();
        int[][] index = new int[scene.count()][];
        double[][] value = new double[scene.count()][];
        double[] weight = new double[scene.count()];
        double[] x = whole.clone();
        // With A x = b for all scenes, what is left of (A - P) x = b - P y is P (x - y).
        double[] rest = new double[x.length];
        for (int s = 0; s < scene.count(); s++) {
            if (weights[s] <= 0) {
                continue;
            }
            int[] at = new int[size];
            double[] spline = new double[size];
            layout.splines(
                    scene.east(s) - alignment.shiftEast(),
                    scene.north(s) - alignment.shiftNorth(),
                    scene.cosine(),
                    scene.sine(),
                    at,
                    spline);
            index[s] = at;
            value[s] = spline;
            weight[s] = weights[s] * alignment.contrast() * alignment.contrast();
            double target = (scene.kelvin(s) - alignment.level()) / alignment.contrast();
            double miss = weight[s] * (dot(at, spline, x) - target);
            for (int i = 0; i < size; i++) {
                rest[at[i]] += miss * spline[i];
            }
        }
        double[] z = rest.clone();
        system.solveInPlace(z);
        double[] direction = z.clone();
        double[] wholeTimesDirection = rest.clone();
        double gamma = Vectors.dot(rest, z);
        double enough = ENOUGH * ENOUGH * gamma;
        for (int step = 0; step < MOST_STEPS && gamma > enough && gamma > 0; step++) {
            double[] product = wholeTimesDirection.clone();
            for (int s = 0; s < scene.count(); s++) {
                if (weight[s] > 0) {
                    double w = weight[s] * dot(index[s], value[s], direction);
                    for (int i = 0; i < size; i++) {
                        product[index[s][i]] -= w * value[s][i];
                    }
                }
            }
            double alpha = gamma / Vectors.dot(direction, product);
            for (int i = 0; i < x.length; i++) {
                x[i] += alpha * direction[i];
                rest[i] -= alpha * product[i];
            }
            z = rest.clone();
            system.solveInPlace(z);
            double next = Vectors.dot(rest, z);
            double beta = next / gamma;
            gamma = next;
            for (int i = 0; i < x.length; i++) {
                direction[i] = z[i] + beta * direction[i];
                wholeTimesDirection[i] = rest[i] + beta * wholeTimesDirection[i];
            }
        }
        return new IdleMap(layout, x);
    }

    private static double dot(int[] index, double[] value, double[] vector) {
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
            sum += value[i] * vector[index[i]];
        }
        return sum;
    }
}
