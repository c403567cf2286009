package org.heatwatch.estimation.source;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Sources that are fitted together to a filtered composite: amounts of known sign by coordinate descent, positions by
 * damped Gauss-Newton steps.
 */
final class SourceMixture {
    private static final int MOST_SWEEPS = 400;
    private static final double CONVERGED = 1e-6;

    /** Precision with which a step keeps a position where it is: 15 m. */
    private static final double STEP_PRECISION = 1 / (15.0 * 15.0);

    private static final double LONGEST_STEP_METRES = 20;

    private final RadialProfile overlap;
    private final SmoothRaster filtered;
    private final List<double[]> places = new ArrayList<>();
    private double[] amounts = {};

    SourceMixture(RadialProfile overlap, SmoothRaster filtered) {
        this.overlap = overlap;
        this.filtered = filtered;
    }

    int count() {
        return places.size();
    }

    double east(int source) {
        return places.get(source)[0];
    }

    double north(int source) {
        return places.get(source)[1];
    }

    double amount(int source) {
        return amounts[source];
    }

    /** Adds a source and fits all amounts again. */
    void add(double east, double north) {
        add(east, north, 1);
    }

    /** Adds a place that became colder, such as a demolished building: its amount is at most 0. */
    void addCold(double east, double north) {
        add(east, north, -1);
    }

    boolean isCold(int source) {
        return places.get(source)[2] < 0;
    }

    private void add(double east, double north, double sign) {
        places.add(new double[] {east, north, sign});
        double[] more = new double[places.size()];
        System.arraycopy(amounts, 0, more, 0, amounts.length);
        amounts = more;
        fitAmounts();
    }

    void remove(int source) {
        places.remove(source);
        double[] fewer = new double[places.size()];
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = amounts[i < source ? i : i + 1];
        }
        amounts = fewer;
        fitAmounts();
    }

    private double distance(int i, int j) {
        return Math.hypot(east(i) - east(j), north(i) - north(j));
    }

    /** Least squares with amounts of known sign by coordinate descent. */
    void fitAmounts() {
        int n = count();
        double[][] gram = new double[n][n];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = filtered.at(east(i), north(i));
            for (int j = 0; j < n; j++) {
                gram[i][j] = overlap.at(distance(i, j));
            }
        }
        double scale = 1 / Math.sqrt(overlap.at(0));
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double largest = 0;
            for (int i = 0; i < n; i++) {
                double rest = right[i];
                for (int j = 0; j < n; j++) {
                    rest -= gram[i][j] * amounts[j];
                }
                double free = amounts[i] + rest / gram[i][i];
                double next = isCold(i) ? Math.min(0, free) : Math.max(0, free);
                largest = Math.max(largest, Math.abs(next - amounts[i]));
                amounts[i] = next;
            }
            if (largest < CONVERGED * scale) {
                return;
            }
        }
    }

    /** Removes sources without an amount. */
    void removeEmpty() {
        for (int i = count() - 1; i >= 0; i--) {
            if (amounts[i] == 0) {
                remove(i);
            }
        }
    }

    /** One damped step of all amounts and positions together, then the amounts again. */
    void move() {
        int n = count();
        DMatrixRMaj normal = normal();
        DMatrixRMaj right = new DMatrixRMaj(3 * n, 1);
        for (int i = 0; i < n; i++) {
            double[] gradient = residualGradient(i);
            right.set(i, 0, gradient[0]);
            right.set(n + 2 * i, 0, amounts[i] * gradient[1]);
            right.set(n + 2 * i + 1, 0, amounts[i] * gradient[2]);
            normal.add(i, i, 1e-9 * normal.get(i, i));
            normal.add(n + 2 * i, n + 2 * i, STEP_PRECISION);
            normal.add(n + 2 * i + 1, n + 2 * i + 1, STEP_PRECISION);
        }
        DMatrixRMaj step = new DMatrixRMaj(3 * n, 1);
        if (!CommonOps_DDRM.solve(normal, right, step)) {
            return;
        }
        for (int i = 0; i < n; i++) {
            double[] place = places.get(i);
            place[0] += clamp(step.get(n + 2 * i));
            place[1] += clamp(step.get(n + 2 * i + 1));
        }
        fitAmounts();
    }

    private static double clamp(double metres) {
        return Math.clamp(metres, -LONGEST_STEP_METRES, LONGEST_STEP_METRES);
    }

    /** Residual of the filtered composite at a source, and its slopes. */
    private double[] residualGradient(int i) {
        double value = filtered.at(east(i), north(i));
        double slopeEast = filtered.slopeEast(east(i), north(i));
        double slopeNorth = filtered.slopeNorth(east(i), north(i));
        for (int j = 0; j < count(); j++) {
            double r = distance(i, j);
            value -= amounts[j] * overlap.at(r);
            if (r > 0) {
                double slope = amounts[j] * overlap.slope(r) / r;
                slopeEast -= slope * (east(i) - east(j));
                slopeNorth -= slope * (north(i) - north(j));
            }
        }
        return new double[] {value, slopeEast, slopeNorth};
    }

    /** Scalar products of the derivatives: amounts first, then easting and northing of each source. */
    private DMatrixRMaj normal() {
        int n = count();
        DMatrixRMaj normal = new DMatrixRMaj(3 * n, 3 * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double r = distance(i, j);
                double[] d = {east(i) - east(j), north(i) - north(j)};
                double slope = r > 0 ? overlap.slope(r) / r : overlap.curvature(0);
                double bend = r > 0 ? (overlap.curvature(r) - slope) / (r * r) : 0;
                normal.set(i, j, overlap.at(r));
                for (int a = 0; a < 2; a++) {
                    double cross = amounts[i] * slope * d[a];
                    normal.set(n + 2 * i + a, j, cross);
                    normal.set(j, n + 2 * i + a, cross);
                    for (int b = 0; b < 2; b++) {
                        double second = bend * d[a] * d[b] + (a == b ? slope : 0);
                        normal.set(n + 2 * i + a, n + 2 * j + b, -amounts[i] * amounts[j] * second);
                    }
                }
            }
        }
        return normal;
    }

    /**
     * Standard errors under unit noise.
     *
     * @param amount with the positions known
     * @param free amount with the positions unknown
     * @param position metres, root of the sum of both axes
     */
    record Errors(double amount, double free, double position) {}

    /** Standard errors of each source with all amounts unknown. */
    List<Errors> errors() {
        int n = count();
        if (n == 0) {
            return List.of();
        }
        DMatrixRMaj normal = normal();
        for (int i = 0; i < 3 * n; i++) {
            normal.add(i, i, 1e-9 * normal.get(i, i) + Double.MIN_NORMAL);
        }
        DMatrixRMaj amountsOnly = CommonOps_DDRM.extract(normal, 0, n, 0, n);
        CommonOps_DDRM.invert(amountsOnly);
        CommonOps_DDRM.invert(normal);
        List<Errors> errors = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            errors.add(new Errors(
                    Math.sqrt(amountsOnly.get(i, i)),
                    Math.sqrt(normal.get(i, i)),
                    Math.sqrt(normal.get(n + 2 * i, n + 2 * i) + normal.get(n + 2 * i + 1, n + 2 * i + 1))));
        }
        return errors;
    }
}
