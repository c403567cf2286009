package org.heatwatch.sampling;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.estimation.linear.BandedCholesky;
import org.heatwatch.estimation.linear.Vectors;
import org.jspecify.annotations.Nullable;

/** The step of grid and samples together, with the samples eliminated: six unknowns are left. */
final class GridSystem {
    private static final int N = SamplingGrid.PARAMETERS;

    /** Lets a flat image, which says nothing of its grid, stay where it is. */
    private static final double TINY = 1e-9;

    private final double[][] coupling = new double[N][];
    private final double[] gradient;
    private final double[][] gridNormal = new double[N][N];
    private final double[] gridGradient = new double[N];
    private double[] sampleStep = {};

    GridSystem(ForwardModel model, PixelIndices pixels, SamplingGrid grid, double[] residual, int samples) {
        gradient = new double[samples];
        model.addTransposed(residual, gradient);
        int count = pixels.count();
        double[][] byGrid = new double[N][count];
        double[] acrossBy = new double[N];
        double[] alongBy = new double[N];
        for (int n = 0; n < count; n++) {
            pixels.derivatives(n, grid, acrossBy, alongBy);
            for (int i = 0; i < N; i++) {
                byGrid[i][n] = model.byAcross(n) * acrossBy[i] + model.byAlong(n) * alongBy[i];
            }
        }
        for (int i = 0; i < N; i++) {
            coupling[i] = new double[samples];
            model.addTransposed(byGrid[i], coupling[i]);
            gridGradient[i] = Vectors.dot(byGrid[i], residual);
            for (int j = 0; j <= i; j++) {
                gridNormal[i][j] = Vectors.dot(byGrid[i], byGrid[j]);
                gridNormal[j][i] = gridNormal[i][j];
            }
        }
    }

    /**
     * The grid's step for a factored matrix of the samples; {@link #sampleStep()} then has the samples' one.
     *
     * @param penalty weight of the prior of each parameter
     * @param offset the prior's value of each parameter less the present one
     */
    double @Nullable [] solve(BandedCholesky samples, double[] penalty, double[] offset) {
        double[] own = gradient.clone();
        samples.solve(own);
        double[][] eliminated = new double[N][];
        DMatrixRMaj left = new DMatrixRMaj(N, N);
        DMatrixRMaj right = new DMatrixRMaj(N, 1);
        for (int i = 0; i < N; i++) {
            eliminated[i] = coupling[i].clone();
            samples.solve(eliminated[i]);
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                left.set(i, j, gridNormal[i][j] - Vectors.dot(coupling[i], eliminated[j]));
            }
            left.add(i, i, penalty[i] + TINY);
            right.set(i, gridGradient[i] - Vectors.dot(coupling[i], own) + penalty[i] * offset[i]);
        }
        DMatrixRMaj step = new DMatrixRMaj(N, 1);
        if (!CommonOps_DDRM.solve(left, right, step)) {
            return null;
        }
        for (int i = 0; i < N; i++) {
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
