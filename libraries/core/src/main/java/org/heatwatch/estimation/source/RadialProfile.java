package org.heatwatch.estimation.source;

import org.heatwatch.estimation.composite.CompositeRaster;

/** An even function of distance, interpolated by a cubic B-spline through values 25 m apart; 0 beyond its reach. */
final class RadialProfile {
    private static final double STEP = CompositeRaster.SPACING_METRES;

    /** The function is 0 at larger distances. */
    static final double REACH_METRES = 1000;

    /** Coefficients; the first belongs to the distance -2 steps. */
    private final double[] coefficients;

    /** @param values at 0, 25, 50 ... m, beyond 1,000 m */
    RadialProfile(double[] values) {
        int count = (int) (REACH_METRES / STEP) + 1;
        double[] symmetric = new double[2 * count - 1];
        for (int i = 0; i < count; i++) {
            symmetric[count - 1 + i] = values[i];
            symmetric[count - 1 - i] = values[i];
        }
        double[] all = interpolating(symmetric);
        this.coefficients = new double[count + 2];
        System.arraycopy(all, count - 3, coefficients, 0, count + 2);
    }

    /** B-spline coefficients that reproduce the values: tridiagonal system (1, 4, 1) / 6. */
    private static double[] interpolating(double[] values) {
        int n = values.length;
        double[] ratio = new double[n];
        double[] solution = new double[n];
        double pivot = 4;
        solution[0] = 6 * values[0] / pivot;
        for (int i = 1; i < n; i++) {
            ratio[i] = 1 / pivot;
            pivot = 4 - ratio[i];
            solution[i] = (6 * values[i] - solution[i - 1]) / pivot;
        }
        for (int i = n - 2; i >= 0; i--) {
            solution[i] -= ratio[i + 1] * solution[i + 1];
        }
        return solution;
    }

    /** Value at a distance in metres. */
    double at(double metres) {
        return spline(metres, 0);
    }

    /** First derivative, per metre. */
    double slope(double metres) {
        return spline(metres, 1) / STEP;
    }

    /** Second derivative, per square metre. */
    double curvature(double metres) {
        return spline(metres, 2) / (STEP * STEP);
    }

    private double spline(double metres, int derivative) {
        double t = metres / STEP;
        int cell = (int) t;
        if (cell + 5 > coefficients.length) {
            return 0;
        }
        double f = t - cell;
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += CubicSpline.weight(i, f, derivative) * coefficients[cell + 1 + i];
        }
        return sum;
    }
}
