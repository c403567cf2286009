package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Joint fit of non-negative amplitudes and of positions of sources to an image. */
final class PixelSourceFit {
    private static final double RIDGE = 1e-9;

    /** Inverse variance of a displacement: half a pixel. */
    private static final double POSITION_PRIOR = 4;

    private static final double LONGEST_STEP = 0.7;

    private final WhitenedImages whitening;
    private final double[] target;
    private final List<double[]> positions = new ArrayList<>();
    private double[] amplitudes = new double[0];
    private double[] errors = new double[0];

    /** @param target column of the image */
    PixelSourceFit(WhitenedImages whitening, double[] target) {
        this.whitening = whitening;
        this.target = target;
    }

    /** Adds a source at a column and row, in pixels, and fits all amplitudes. */
    void add(double column, double row) {
        positions.add(new double[] {column, row});
        fitAmplitudes();
    }

    /** Adds sources at these columns and rows and fits all amplitudes, which are returned in this order. */
    double[] amplitudesAt(List<double[]> columnsAndRows) {
        positions.addAll(columnsAndRows);
        fitAmplitudes();
        return amplitudes.clone();
    }

    int count() {
        return positions.size();
    }

    double[] position(int source) {
        return positions.get(source);
    }

    /** Amplitude in kelvin times pixels. */
    double amplitude(int source) {
        return amplitudes[source];
    }

    /** Standard error of the amplitude. */
    double error(int source) {
        return errors[source];
    }

    /** Column of the image minus all sources. */
    double[] residual() {
        return minusFit(design(/* withPositions= */ false));
    }

    /** Moves all positions by one Gauss-Newton step and fits the amplitudes again. */
    void improvePositions() {
        int n = positions.size();
        DMatrixRMaj design = design(/* withPositions= */ true);
        DMatrixRMaj normal = normal(design);
        for (int i = 0; i < 3 * n; i++) {
            normal.add(i, i, RIDGE + (i < n ? 0 : POSITION_PRIOR));
        }
        DMatrixRMaj right = DMatrixRMaj.wrap(3 * n, 1, times(design, minusFit(design)));
        DMatrixRMaj step = new DMatrixRMaj(3 * n, 1);
        CommonOps_DDRM.solve(normal, right, step);
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < 2; axis++) {
                positions.get(i)[axis] += Math.clamp(step.get(n + 2 * i + axis), -LONGEST_STEP, LONGEST_STEP);
            }
        }
        fitAmplitudes();
    }

    /** Removes sources with an amplitude of 0. */
    void removeEmpty() {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            if (amplitudes[i] > 0) {
                kept.add(positions.get(i));
            }
        }
        if (kept.size() < positions.size()) {
            positions.clear();
            positions.addAll(kept);
            fitAmplitudes();
        }
    }

    private void fitAmplitudes() {
        DMatrixRMaj design = design(/* withPositions= */ false);
        DMatrixRMaj normal = normal(design);
        amplitudes = NonNegativeLeastSquares.solve(normal, times(design, target));
        for (int i = 0; i < positions.size(); i++) {
            normal.add(i, i, RIDGE);
        }
        CommonOps_DDRM.invert(normal);
        errors = new double[positions.size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(normal.get(i, i));
        }
    }

    /** One row per amplitude, then, if requested, one per coordinate. */
    private DMatrixRMaj design(boolean withPositions) {
        int n = positions.size();
        DMatrixRMaj design = new DMatrixRMaj(withPositions ? 3 * n : n, WhitenedImages.LENGTH);
        for (int i = 0; i < n; i++) {
            double[] across = SpreadGaussian.profile(positions.get(i)[0]);
            double[] down = SpreadGaussian.profile(positions.get(i)[1]);
            whitening.put(across, down, design, i);
            if (withPositions) {
                double[] shiftAcross =
                        scaled(SpreadGaussian.derivative(positions.get(i)[0]), amplitudes[i]);
                double[] shiftDown = scaled(SpreadGaussian.derivative(positions.get(i)[1]), amplitudes[i]);
                whitening.put(shiftAcross, down, design, n + 2 * i);
                whitening.put(across, shiftDown, design, n + 2 * i + 1);
            }
        }
        return design;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static DMatrixRMaj normal(DMatrixRMaj design) {
        DMatrixRMaj normal = new DMatrixRMaj(design.getNumRows(), design.getNumRows());
        CommonOps_DDRM.multTransB(design, design, normal);
        return normal;
    }

    private static double[] times(DMatrixRMaj design, double[] column) {
        DMatrixRMaj product = new DMatrixRMaj(design.getNumRows(), 1);
        CommonOps_DDRM.mult(design, DMatrixRMaj.wrap(column.length, 1, column), product);
        return product.data;
    }

    private double[] minusFit(DMatrixRMaj design) {
        double[] residual = target.clone();
        for (int i = 0; i < amplitudes.length; i++) {
            for (int k = 0; k < residual.length; k++) {
                residual[k] -= amplitudes[i] * design.data[i * WhitenedImages.LENGTH + k];
            }
        }
        return residual;
    }
}
