package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.estimation.fit.GroundClutter;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;
import org.heatwatch.estimation.linear.Vectors;

/**
 * Generalised least squares of a source at one place between the samples, with a plane, on the samples within reach.
 *
 * <p>With Q the {@link GeneralisedLeastSquares#projection} that takes the plane out and x the source, the source's amount is
 * {@code x' Q r / x' Q x} and {@code x' Q x} its information.
 */
final class PointFilter {
    /** Distance in metres from the source of the samples that are used. */
    private static final double REACH_METRES = 300;

    /** A place that keeps less of its information than this is hidden. */
    private static final double LEAST_INFORMATION = 0.8;

    private static final Reading HIDDEN = new Reading(Double.NaN, Double.NaN);

    private final int[] across;
    private final int[] along;
    private final double[] response;
    private final double[] weight;
    private final double[] projection;
    private final double information;

    private PointFilter(List<int[]> places, double[] response, DMatrixRMaj projection) {
        int n = places.size();
        this.across = places.stream().mapToInt(p -> p[0]).toArray();
        this.along = places.stream().mapToInt(p -> p[1]).toArray();
        this.response = response;
        this.projection = projection.data;
        this.weight = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                weight[i] += projection.get(i, j) * response[j];
            }
            sum += weight[i] * response[i];
        }
        this.information = sum;
        for (int i = 0; i < n; i++) {
            weight[i] /= information;
        }
    }

    /**
     * An amount of heat.
     *
     * @param amount in K m2; not a number where it is hidden
     * @param variance of it, per unit of the clutter's variance: square of m2
     */
    record Reading(double amount, double variance) {
        /** Amount over its error, in units of the clutter's deviation: half its square is the gain in likelihood. */
        double signal() {
            return amount / Math.sqrt(variance);
        }

        boolean isHidden() {
            return Double.isNaN(amount);
        }
    }

    static PointFilter of(FilterBank bank, GroundClutter clutter, double sourceAcross, double sourceAlong) {
        List<int[]> places = new ArrayList<>();
        int reach = 1
                + (int) (REACH_METRES
                        / Math.min(
                                bank.geometry().acrossMetres(), bank.geometry().alongMetres()));
        for (int v = -reach; v <= reach; v++) {
            for (int u = -reach; u <= reach; u++) {
                if (bank.squaredMetres(u - sourceAcross, v - sourceAlong) <= REACH_METRES * REACH_METRES) {
                    places.add(new int[] {u, v});
                }
            }
        }
        int n = places.size();
        double[] response = new double[n];
        DMatrixRMaj correlation = new DMatrixRMaj(n, n);
        DMatrixRMaj plane = new DMatrixRMaj(n, 3);
        for (int i = 0; i < n; i++) {
            int[] p = places.get(i);
            response[i] = bank.response(p[0] - sourceAcross, p[1] - sourceAlong);
            plane.set(i, 0, 1);
            plane.set(i, 1, p[0]);
            plane.set(i, 2, p[1]);
            for (int j = 0; j < n; j++) {
                int[] q = places.get(j);
                double metres = Math.sqrt(bank.squaredMetres(p[0] - q[0], p[1] - q[1]));
                correlation.set(i, j, i == j ? 1 : clutter.correlation(metres));
            }
        }
        return new PointFilter(places, response, GeneralisedLeastSquares.projection(correlation, plane));
    }

    /** The amount of heat at the source's place, if the filter is laid on this sample. */
    Reading read(SampleRaster raster, int middleAcross, int middleAlong) {
        double sum = 0;
        int missing = 0;
        for (int i = 0; i < weight.length; i++) {
            double kelvin = raster.at(middleAcross + across[i], middleAlong + along[i]);
            if (Double.isNaN(kelvin)) {
                missing++;
            } else {
                sum += weight[i] * kelvin;
            }
        }
        return missing == 0
                ? new Reading(sum, 1 / information)
                : readAround(raster, middleAcross, middleAlong, missing);
    }

    /** Missing samples are free: what is left of Q is its Schur complement. */
    private Reading readAround(SampleRaster raster, int middleAcross, int middleAlong, int missing) {
        int n = weight.length;
        if (2 * missing > n) {
            return HIDDEN;
        }
        int[] gap = new int[missing];
        double[] source = response.clone();
        double[] kelvin = new double[n];
        for (int i = 0, g = 0; i < n; i++) {
            kelvin[i] = raster.at(middleAcross + across[i], middleAlong + along[i]);
            if (Double.isNaN(kelvin[i])) {
                gap[g++] = i;
                kelvin[i] = 0;
                source[i] = 0;
            }
        }
        double[] seenSource = projected(source);
        double[] seenKelvin = projected(kelvin);
        DMatrixRMaj inner = new DMatrixRMaj(missing, missing);
        for (int g = 0; g < missing; g++) {
            for (int h = 0; h < missing; h++) {
                inner.set(g, h, projection[gap[g] * n + gap[h]]);
            }
        }
        if (!CommonOps_DDRM.invert(inner)) {
            return HIDDEN;
        }
        double left = Vectors.dot(source, seenSource);
        double amount = Vectors.dot(source, seenKelvin);
        for (int g = 0; g < missing; g++) {
            for (int h = 0; h < missing; h++) {
                left -= seenSource[gap[g]] * inner.get(g, h) * seenSource[gap[h]];
                amount -= seenSource[gap[g]] * inner.get(g, h) * seenKelvin[gap[h]];
            }
        }
        return left < LEAST_INFORMATION * information ? HIDDEN : new Reading(amount / left, 1 / left);
    }

    /** What the samples within reach hold beyond a plane, in units of the clutter's variance; not a number with a gap. */
    double squares(SampleRaster raster, int middleAcross, int middleAlong) {
        double[] kelvin = new double[weight.length];
        for (int i = 0; i < kelvin.length; i++) {
            kelvin[i] = raster.at(middleAcross + across[i], middleAlong + along[i]);
        }
        return Vectors.dot(kelvin, projected(kelvin));
    }

    /** Samples less the plane. */
    int freedom() {
        return weight.length - 3;
    }

    private double[] projected(double[] column) {
        int n = column.length;
        double[] seen = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                seen[i] += projection[i * n + j] * column[j];
            }
        }
        return seen;
    }

    /**
     * Information that a source at this filter's place has in common with one so many samples away from the sample that
     * the filter is laid on.
     */
    double common(FilterBank bank, double sourceAcross, double sourceAlong) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * bank.response(across[i] - sourceAcross, along[i] - sourceAlong);
        }
        return information * sum;
    }
}
