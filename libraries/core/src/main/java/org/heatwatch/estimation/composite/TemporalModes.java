package org.heatwatch.estimation.composite;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Combinations of the maps of a joint fit that are independent of each other.
 *
 * <p>With the temporal matrix {@code T}, the matrix {@code S} of the samples and the roughness {@code R} of a map, and
 * the penalties {@code D} of the maps on a diagonal, the matrix of the fit is nearly {@code T ⊗ S + D ⊗ R}. For the
 * matrix {@code V} with {@code V' T V = 1} and {@code V' D V} diagonal (generalised eigenvectors of D and T), the fit
 * consists of one problem {@code S + p R} for each column of V.
 */
final class TemporalModes {
    private final DMatrixRMaj vectors;
    private final double[] penalties;

    private TemporalModes(DMatrixRMaj vectors, double[] penalties) {
        this.vectors = vectors;
        this.penalties = penalties;
    }

    /**
     * The combinations of maps.
     *
     * @param temporal symmetric positive definite matrix T
     * @param smoothness penalty of each map relative to its diagonal element of T
     */
    static TemporalModes of(DMatrixRMaj temporal, double[] smoothness) {
        int maps = smoothness.length;
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(maps, /* lower= */ true);
        if (!cholesky.decompose(temporal.copy())) {
            throw new IllegalArgumentException("the scenes do not determine a yearly cycle and an excess");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(maps, maps);
        CommonOps_DDRM.invert(cholesky.getT(null), inverse);
        DMatrixRMaj scaled = inverse.copy();
        double[] scales = new double[maps];
        Arrays.setAll(scales, m -> Math.sqrt(smoothness[m] * temporal.get(m, m)));
        CommonOps_DDRM.multCols(scaled, scales);
        DMatrixRMaj penalty = new DMatrixRMaj(maps, maps);
        CommonOps_DDRM.multTransB(scaled, scaled, penalty);
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(maps, /* computeVectors= */ true, /* isSymmetric= */ true);
        if (!eigen.decompose(penalty)) {
            throw new IllegalStateException("the penalties of the maps have no eigenvalues");
        }
        DMatrixRMaj vectors = new DMatrixRMaj(maps, maps);
        double[] penalties = new double[maps];
        for (int mode = 0; mode < maps; mode++) {
            penalties[mode] = eigen.getEigenvalue(mode).getReal();
            DMatrixRMaj vector = new DMatrixRMaj(maps, 1);
            CommonOps_DDRM.multTransA(inverse, eigen.getEigenVector(mode), vector);
            CommonOps_DDRM.insert(vector, vectors, 0, mode);
        }
        return new TemporalModes(vectors, penalties);
    }

    /** Penalty of each combination. */
    double[] penalties() {
        return penalties.clone();
    }

    /** An element of {@code V V'}, the inverse of T. */
    double inverse(int row, int column) {
        double sum = 0;
        for (int mode = 0; mode < penalties.length; mode++) {
            sum += vectors.get(row, mode) * vectors.get(column, mode);
        }
        return sum;
    }

    /** {@code V'} times maps: one array for each combination. */
    double[][] combined(double[][] maps) {
        double[][] combined = new double[penalties.length][maps[0].length];
        for (int mode = 0; mode < penalties.length; mode++) {
            for (int m = 0; m < maps.length; m++) {
                JointEquations.add(vectors.get(m, mode), maps[m], combined[mode]);
            }
        }
        return combined;
    }

    /** {@code V} times combinations: one array for each map. */
    double[][] maps(double[][] combined) {
        double[][] maps = new double[penalties.length][combined[0].length];
        for (int m = 0; m < maps.length; m++) {
            for (int mode = 0; mode < penalties.length; mode++) {
                JointEquations.add(vectors.get(m, mode), combined[mode], maps[m]);
            }
        }
        return maps;
    }
}
