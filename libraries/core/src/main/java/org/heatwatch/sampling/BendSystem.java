package org.heatwatch.sampling;

import java.util.Arrays;
import org.heatwatch.estimation.linear.BandedCholesky;
import org.heatwatch.estimation.linear.Vectors;

/**
 * Normal equations of a joint step of samples, grid and bend, with the samples eliminated, solved by conjugate
 * gradients: each product needs one solution with the banded matrix of the samples.
 *
 * <p>The preconditioner is the normal matrix of the bend for given samples, which is banded too.
 */
final class BendSystem {
    private static final int PARAMETERS = SamplingGrid.PARAMETERS;
    private static final int MOST_ITERATIONS = 15;
    private static final double PRECISION = 1e-2;

    /** Keeps the matrix regular for an image without contrast. */
    private static final double TINY = 1e-9;

    private final ForwardModel model;
    private final BandedCholesky samples;
    private final double[][] byGrid;
    private final double[] byMetre;
    private final int[] firstNode;
    private final double[] nodeWeights;
    private final GridBend bend;
    private final BendPenalty penalty;
    private final double[] priorWeights;
    private final double variance;
    private final int sampleCount;

    /**
     * The system of one step.
     *
     * @param samples factored normal matrix of the samples
     * @param sampleCount number of samples
     * @param priorWeights weight of the prior of each parameter of the grid
     * @param variance of the residuals, the weight of the prior of the bend
     */
    BendSystem(
            ForwardModel model,
            PixelIndices pixels,
            SamplingGrid grid,
            BandedCholesky samples,
            int sampleCount,
            double[] priorWeights,
            double variance) {
        this.model = model;
        this.samples = samples;
        this.sampleCount = sampleCount;
        this.bend = grid.bend();
        this.penalty = new BendPenalty(bend);
        this.priorWeights = priorWeights;
        this.variance = variance;
        this.byGrid = GridSystem.byGrid(model, pixels, grid);
        this.byMetre = new double[pixels.count()];
        this.firstNode = new int[pixels.count()];
        this.nodeWeights = new double[2 * GridBend.SUPPORT * pixels.count()];
        double[] weights = new double[2 * GridBend.SUPPORT];
        for (int n = 0; n < byMetre.length; n++) {
            byMetre[n] = model.byAcross(n) / grid.geometry().acrossMetres();
            firstNode[n] = pixels.weights(n, bend, weights);
            System.arraycopy(weights, 0, nodeWeights, n * weights.length, weights.length);
        }
    }

    /**
     * Solves for the step.
     *
     * @param residual of each pixel
     * @param priorOffsets prior value of each parameter less the current one
     */
    GridStep solve(double[] residual, double[] priorOffsets) {
        double[] own = solved(residual);
        double[] right = transposed(minus(residual, model.multiply(own)));
        for (int i = 0; i < PARAMETERS; i++) {
            right[i] += priorWeights[i] * priorOffsets[i];
        }
        penalty.addProduct(bend.coefficients(), -variance, right, PARAMETERS);
        double[] step = conjugateGradients(right);
        double[] moved = solved(product(step));
        for (int k = 0; k < own.length; k++) {
            own[k] -= moved[k];
        }
        return new GridStep(Arrays.copyOf(step, PARAMETERS), Arrays.copyOfRange(step, PARAMETERS, step.length), own);
    }

    private double[] conjugateGradients(double[] right) {
        Preconditioner preconditioner = new Preconditioner();
        double[] solution = new double[right.length];
        double[] rest = right.clone();
        double[] scaled = preconditioner.solve(rest);
        double[] direction = scaled.clone();
        double norm = Vectors.dot(rest, scaled);
        double enough = PRECISION * PRECISION * norm;
        for (int i = 0; i < MOST_ITERATIONS && norm > enough; i++) {
            double[] image = normal(direction);
            double length = norm / Vectors.dot(direction, image);
            for (int k = 0; k < solution.length; k++) {
                solution[k] += length * direction[k];
                rest[k] -= length * image[k];
            }
            scaled = preconditioner.solve(rest);
            double next = Vectors.dot(rest, scaled);
            for (int k = 0; k < solution.length; k++) {
                direction[k] = scaled[k] + next / norm * direction[k];
            }
            norm = next;
        }
        return solution;
    }

    /** Product of the normal matrix, the samples eliminated, and a vector. */
    private double[] normal(double[] vector) {
        double[] perPixel = product(vector);
        double[] result = transposed(minus(perPixel, model.multiply(solved(perPixel))));
        for (int i = 0; i < PARAMETERS; i++) {
            result[i] += (priorWeights[i] + TINY) * vector[i];
        }
        penalty.addProduct(Arrays.copyOfRange(vector, PARAMETERS, vector.length), variance + TINY, result, PARAMETERS);
        return result;
    }

    private double[] solved(double[] perPixel) {
        double[] perSample = new double[sampleCount];
        model.addTransposed(perPixel, perSample);
        samples.solve(perSample);
        return perSample;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** Change of each pixel for a step of grid and bend. */
    private double[] product(double[] step) {
        double[] perPixel = new double[byMetre.length];
        for (int n = 0; n < perPixel.length; n++) {
            double sum = 0;
            for (int i = 0; i < PARAMETERS; i++) {
                sum += byGrid[i][n] * step[i];
            }
            perPixel[n] = sum + byMetre[n] * metres(n, step);
        }
        return perPixel;
    }

    /** Displacement of a pixel for a step; this and {@link #transposed} are the innermost loops. */
    private double metres(int n, double[] step) {
        int at = 2 * GridBend.SUPPORT * n;
        double metres = 0;
        for (int row = 0, node = PARAMETERS + firstNode[n]; row < GridBend.SUPPORT; row++, node += bend.columns()) {
            double sum = nodeWeights[at] * step[node]
                    + nodeWeights[at + 1] * step[node + 1]
                    + nodeWeights[at + 2] * step[node + 2]
                    + nodeWeights[at + 3] * step[node + 3];
            metres += nodeWeights[at + GridBend.SUPPORT + row] * sum;
        }
        return metres;
    }

    private double[] transposed(double[] perPixel) {
        double[] result = new double[PARAMETERS + bend.nodes()];
        for (int i = 0; i < PARAMETERS; i++) {
            result[i] = Vectors.dot(byGrid[i], perPixel);
        }
        for (int n = 0; n < perPixel.length; n++) {
            int at = 2 * GridBend.SUPPORT * n;
            double scaled = byMetre[n] * perPixel[n];
            for (int row = 0, node = PARAMETERS + firstNode[n]; row < GridBend.SUPPORT; row++, node += bend.columns()) {
                double ofRow = scaled * nodeWeights[at + GridBend.SUPPORT + row];
                result[node] += ofRow * nodeWeights[at];
                result[node + 1] += ofRow * nodeWeights[at + 1];
                result[node + 2] += ofRow * nodeWeights[at + 2];
                result[node + 3] += ofRow * nodeWeights[at + 3];
            }
        }
        return result;
    }

    private int node(int n, int k) {
        return firstNode[n] + k / GridBend.SUPPORT * bend.columns() + k % GridBend.SUPPORT;
    }

    private double weight(int n, int k) {
        int at = 2 * GridBend.SUPPORT * n;
        return nodeWeights[at + k % GridBend.SUPPORT] * nodeWeights[at + GridBend.SUPPORT + k / GridBend.SUPPORT];
    }

    /** Diagonal for the parameters of the grid, banded for the bend. */
    private final class Preconditioner {
        private final double[] diagonal = new double[PARAMETERS];
        private final BandedCholesky nodes =
                new BandedCholesky(bend.nodes(), (GridBend.SUPPORT - 1) * (bend.columns() + 1));

        Preconditioner() {
            for (int i = 0; i < PARAMETERS; i++) {
                diagonal[i] = Vectors.dot(byGrid[i], byGrid[i]) + priorWeights[i] + TINY;
            }
            penalty.addTo(nodes, variance + TINY);
            int support = GridBend.SUPPORT * GridBend.SUPPORT;
            for (int n = 0; n < byMetre.length; n++) {
                for (int k = 0; k < support; k++) {
                    double scaled = byMetre[n] * byMetre[n] * weight(n, k);
                    for (int l = k; l < support; l++) {
                        nodes.entries()[nodes.index(node(n, k), node(n, l))] += scaled * weight(n, l);
                    }
                }
            }
            if (!nodes.factor(0, TINY)) {
                throw new IllegalStateException("the normal matrix of the bend is not positive definite");
            }
        }

        double[] solve(double[] vector) {
            double[] own = Arrays.copyOfRange(vector, PARAMETERS, vector.length);
            nodes.solve(own);
            double[] solution = new double[vector.length];
            for (int i = 0; i < PARAMETERS; i++) {
                solution[i] = vector[i] / diagonal[i];
            }
            System.arraycopy(own, 0, solution, PARAMETERS, own.length);
            return solution;
        }
    }
}
