package org.heatwatch.estimation.background;

import java.util.Arrays;
import org.heatwatch.estimation.linear.BandedCholesky;

/** The normal equations of a background map: the data and the smoothness penalty. */
final class MapSystem {
    private static final double RIDGE = 1e-4;

    private final MapCoefficients layout;
    private final Smoothness smoothness;
    private final BandedCholesky matrix;
    private final double[] right;
    private final int[] index = new int[MapCoefficients.perSample()];
    private final double[] value = new double[MapCoefficients.perSample()];

    MapSystem(MapCoefficients layout, Smoothness smoothness) {
        this.layout = layout;
        this.smoothness = smoothness;
        this.matrix = new BandedCholesky(layout.count(), layout.bandwidth());
        this.right = new double[layout.count()];
    }

    /** Resets the equations to the smoothness penalty alone. */
    void clear() {
        matrix.clear();
        Arrays.fill(right, 0);
        SplineLattice fine = layout.fine();
        penalise(fine, smoothness.steady(), layout::fine);
        penalise(layout.coarse(), smoothness.yearly(), layout::cosine);
        penalise(layout.coarse(), smoothness.yearly(), layout::sine);
        for (int i = 0; i < layout.count(); i++) {
            matrix.entries()[matrix.index(i, i)] += RIDGE;
        }
    }

    private interface Position {
        int of(int row, int column);
    }

    private void penalise(SplineLattice lattice, double weight, Position position) {
        for (int row = 0; row < lattice.rows(); row++) {
            for (int column = 0; column < lattice.columns(); column++) {
                if (column + 2 < lattice.columns()) {
                    addSecondDifference(
                            weight,
                            position.of(row, column),
                            position.of(row, column + 1),
                            position.of(row, column + 2));
                }
                if (row + 2 < lattice.rows()) {
                    addSecondDifference(
                            weight,
                            position.of(row, column),
                            position.of(row + 1, column),
                            position.of(row + 2, column));
                }
                if (column + 1 < lattice.columns() && row + 1 < lattice.rows()) {
                    int[] at = {
                        position.of(row, column),
                        position.of(row, column + 1),
                        position.of(row + 1, column),
                        position.of(row + 1, column + 1)
                    };
                    add(2 * weight, at, new double[] {1, -1, -1, 1}, 4);
                }
            }
        }
    }

    /** Penalises a second difference of coefficients. */
    private void addSecondDifference(double weight, int a, int b, int c) {
        add(weight, new int[] {a, b, c}, new double[] {1, -2, 1}, 3);
    }

    private void add(double weight, int[] at, double[] factor, int count) {
        double[] entries = matrix.entries();
        for (int i = 0; i < count; i++) {
            double wi = weight * factor[i];
            for (int j = 0; j < count; j++) {
                if (at[i] <= at[j]) {
                    entries[matrix.index(at[i], at[j])] += wi * factor[j];
                }
            }
        }
    }

    /** Adds a scene: one equation {@code contrast * map = kelvin - level} for each sample, with its weight. */
    void add(SceneSamples scene, Alignment alignment, double[] weights) {
        for (int s = 0; s < scene.count(); s++) {
            double weight = weights[s];
            if (weight > 0) {
                splines(scene, alignment, s);
                double target = (scene.kelvin(s) - alignment.level()) / alignment.contrast();
                double w = weight * alignment.contrast() * alignment.contrast();
                add(w, index, value, index.length);
                for (int i = 0; i < index.length; i++) {
                    right[index[i]] += w * value[i] * target;
                }
            }
        }
    }

    private void splines(SceneSamples scene, Alignment alignment, int sample) {
        layout.splines(
                scene.east(sample) - alignment.shiftEast(),
                scene.north(sample) - alignment.shiftNorth(),
                scene.cosine(),
                scene.sine(),
                index,
                value);
    }

    /** Solves for the coefficients of the map. */
    double[] solve() {
        if (!matrix.factor(0, 0)) {
            throw new IllegalStateException("the normal matrix of the background map is not positive definite");
        }
        double[] solution = right.clone();
        matrix.solve(solution);
        return solution;
    }

    /** Multiplies a vector by the inverse of the matrix in place, after {@link #solve()}. */
    void solveInPlace(double[] vector) {
        matrix.solve(vector);
    }
}
