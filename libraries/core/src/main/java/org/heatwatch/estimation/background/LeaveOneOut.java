package org.heatwatch.estimation.background;

import org.heatwatch.estimation.linear.Vectors;

/**
 * Background map without one of the scenes that it was fitted to.
 *
 * <p>The map without one scene differs little from the map with it. Conjugate gradients that start at the full map,
 * with its factored matrix as preconditioner, therefore converge in a few steps. The product of the full matrix with
 * each search direction follows from the recursion and needs no multiplication.
 */
final class LeaveOneOut {
    private static final int MOST_STEPS = 12;
    private static final double TOLERANCE = 1e-6;

    private final MapCoefficients layout;
    private final MapSystem system;
    private final double[] full;

    LeaveOneOut(MapCoefficients layout, MapSystem solved, double[] full) {
        this.layout = layout;
        this.system = solved;
        this.full = full;
    }

    /** The part of one scene in the normal equations, sample by sample. */
    private static final class ScenePart {
        private final int[][] index;
        private final double[][] value;
        private final double[] weight;
        private final double[] target;

        private ScenePart(int samples) {
            index = new int[samples][];
            value = new double[samples][];
            weight = new double[samples];
            target = new double[samples];
        }

        /** Subtracts the scene's matrix times a vector from a product. */
        private void subtractProduct(double[] vector, double[] product) {
            for (int s = 0; s < weight.length; s++) {
                if (weight[s] > 0) {
                    double scaled = weight[s] * dot(index[s], value[s], vector);
                    for (int i = 0; i < index[s].length; i++) {
                        product[index[s][i]] -= scaled * value[s][i];
                    }
                }
            }
        }

        /** The scene's matrix times the full solution, less its right-hand side. */
        private double[] residual(double[] solution) {
            double[] residual = new double[solution.length];
            for (int s = 0; s < weight.length; s++) {
                if (weight[s] > 0) {
                    double miss = weight[s] * (dot(index[s], value[s], solution) - target[s]);
                    for (int i = 0; i < index[s].length; i++) {
                        residual[index[s][i]] += miss * value[s][i];
                    }
                }
            }
            return residual;
        }
    }

    /** The map of all scenes but this one, which entered the system with this alignment and these weights. */
    BackgroundMap without(SceneSamples scene, Alignment alignment, double[] weights) {
        ScenePart part = part(scene, alignment, weights);
        double[] x = full.clone();
        // With A x = b for all scenes, the residual of (A - P) x = b - P y is P (x - y).
        double[] residual = part.residual(x);
        double[] preconditioned = residual.clone();
        system.solveInPlace(preconditioned);
        double[] direction = preconditioned.clone();
        double[] fullTimesDirection = residual.clone();
        double gamma = Vectors.dot(residual, preconditioned);
        double enough = TOLERANCE * TOLERANCE * gamma;
        for (int step = 0; step < MOST_STEPS && gamma > enough && gamma > 0; step++) {
            double[] product = fullTimesDirection.clone();
            part.subtractProduct(direction, product);
            double alpha = gamma / Vectors.dot(direction, product);
            for (int i = 0; i < x.length; i++) {
                x[i] += alpha * direction[i];
                residual[i] -= alpha * product[i];
            }
            preconditioned = residual.clone();
            system.solveInPlace(preconditioned);
            double next = Vectors.dot(residual, preconditioned);
            double beta = next / gamma;
            gamma = next;
            for (int i = 0; i < x.length; i++) {
                direction[i] = preconditioned[i] + beta * direction[i];
                fullTimesDirection[i] = residual[i] + beta * fullTimesDirection[i];
            }
        }
        return new BackgroundMap(layout, x);
    }

    private ScenePart part(SceneSamples scene, Alignment alignment, double[] weights) {
        ScenePart part = new ScenePart(scene.count());
        for (int s = 0; s < scene.count(); s++) {
            if (weights[s] > 0) {
                part.index[s] = new int[MapCoefficients.perSample()];
                part.value[s] = new double[MapCoefficients.perSample()];
                layout.splines(
                        scene.east(s) - alignment.shiftEast(),
                        scene.north(s) - alignment.shiftNorth(),
                        scene.cosine(),
                        scene.sine(),
                        part.index[s],
                        part.value[s]);
                part.weight[s] = weights[s] * alignment.contrast() * alignment.contrast();
                part.target[s] = (scene.kelvin(s) - alignment.level()) / alignment.contrast();
            }
        }
        return part;
    }

    private static double dot(int[] index, double[] value, double[] vector) {
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
            sum += value[i] * vector[index[i]];
        }
        return sum;
    }
}
