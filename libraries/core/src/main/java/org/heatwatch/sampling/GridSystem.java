package org.heatwatch.sampling;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.estimation.linear.BandedCholesky;
import org.heatwatch.estimation.linear.Vectors;
import org.jspecify.annotations.Nullable;

/** Normal equations of a joint step of grid and samples, with the samples eliminated: six unknowns remain. */
final class GridSystem {
    private static final int UNKNOWNS = SamplingGrid.PARAMETERS;

    /** Keeps the matrix regular for an image without contrast, so that its grid does not change. */
    private static final double TINY = 1e-9;

    private final double[][] coupling = new double[UNKNOWNS][];
    private final double[] gradient;
    private final double[][] gridNormal = new double[UNKNOWNS][UNKNOWNS];
    private final double[] gridGradient = new double[UNKNOWNS];
    private double[] sampleStep = {};

    private GridSystem(int samples) {
        gradient = new double[samples];
    }

    static GridSystem of(ForwardModel model, PixelIndices pixels, SamplingGrid grid, double[] residual, int samples) {
        GridSystem system = new GridSystem(samples);
        model.addTransposed(residual, system.gradient);
        double[][] byGrid = byGrid(model, pixels, grid);
        for (int i = 0; i < UNKNOWNS; i++) {
            system.coupling[i] = new double[samples];
            model.addTransposed(byGrid[i], system.coupling[i]);
            system.gridGradient[i] = Vectors.dot(byGrid[i], residual);
            for (int j = 0; j <= i; j++) {
                system.gridNormal[i][j] = Vectors.dot(byGrid[i], byGrid[j]);
                system.gridNormal[j][i] = system.gridNormal[i][j];
            }
        }
        return system;
    }

    /** Derivatives of all pixels by the parameters of the grid. */
    static double[][] byGrid(ForwardModel model, PixelIndices pixels, SamplingGrid grid) {
        int count = pixels.count();
        double[][] byGrid = new double[UNKNOWNS][count];
        double[] acrossBy = new double[UNKNOWNS];
        double[] alongBy = new double[UNKNOWNS];
        for (int n = 0; n < count; n++) {
            pixels.derivatives(n, grid, acrossBy, alongBy);
            for (int i = 0; i < UNKNOWNS; i++) {
                byGrid[i][n] = model.byAcross(n) * acrossBy[i] + model.byAlong(n) * alongBy[i];
            }
        }
        return byGrid;
    }

    /**
     * Solves for the step of the grid; {@link #sampleStep()} then returns that of the samples.
     *
     * @param samples factored normal matrix of the samples
     * @param penalty weight of the prior of each parameter
     * @param offset prior value of each parameter less the current one
     * @return null if the system is singular
     */
    double @Nullable [] solve(BandedCholesky samples, double[] penalty, double[] offset) {
        double[] own = gradient.clone();
        samples.solve(own);
        double[][] eliminated = new double[UNKNOWNS][];
        DMatrixRMaj left = new DMatrixRMaj(UNKNOWNS, UNKNOWNS);
        DMatrixRMaj right = new DMatrixRMaj(UNKNOWNS, 1);
        for (int i = 0; i < UNKNOWNS; i++) {
            eliminated[i] = coupling[i].clone();
            samples.solve(eliminated[i]);
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int j = 0; j < UNKNOWNS; j++) {
                left.set(i, j, gridNormal[i][j] - Vectors.dot(coupling[i], eliminated[j]));
            }
            left.add(i, i, penalty[i] + TINY);
            right.set(i, gridGradient[i] - Vectors.dot(coupling[i], own) + penalty[i] * offset[i]);
        }
        DMatrixRMaj step = new DMatrixRMaj(UNKNOWNS, 1);
        if (!CommonOps_DDRM.solve(left, right, step)) {
            return null;
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int k = 0; k < own.length; k++) {
                own[k] -= eliminated[i][k] * step.get(i);
            }
        }
        sampleStep = own;
        return step.data;
    }

    double[] sampleStep() {
        return sampleStep;
    }
}
