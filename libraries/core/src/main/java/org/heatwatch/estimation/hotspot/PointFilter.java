package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.estimation.fit.ResidualCovariance;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;
import org.heatwatch.estimation.linear.Vectors;

/**
 * Matched filter for a source at one position between the samples: generalised least squares of the source and a plane
 * on the samples within 300 m.
 *
 * <p>With Q the {@link GeneralisedLeastSquares#projection} that eliminates the plane, x the image of the source and r
 * the samples, the amount of the source is {@code x' Q r / x' Q x}, and {@code x' Q x} is its Fisher information.
 */
final class PointFilter {
    /** Largest distance in metres between the source and a sample that is used. */
    private static final double REACH_METRES = 300;

    /** Smallest share of the information that must remain if samples are missing; otherwise the position is hidden. */
    private static final double LEAST_INFORMATION = 0.8;

    private static final int PLANE_COLUMNS = 3;
    private static final Amount HIDDEN = new Amount(Double.NaN, Double.NaN);

    private final int[] across;
    private final int[] along;
    private final double[] response;
    private final double[] weight;
    private final double[] projection;
    private final double information;

    private PointFilter(
            int[] across, int[] along, double[] response, double[] projection, double[] weight, double information) {
        this.across = across;
        this.along = along;
        this.response = response;
        this.projection = projection;
        this.weight = weight;
        this.information = information;
    }

    /**
     * The estimated amount of a source.
     *
     * @param value in K m2; NaN where the position is hidden
     * @param variance of the amount, per unit of the background variance: square of m2
     */
    record Amount(double value, double variance) {
        /** Signal to noise ratio for a background variance of 1: half its square is the gain in log-likelihood. */
        double signal() {
            return value / Math.sqrt(variance);
        }

        boolean isHidden() {
            return Double.isNaN(value);
        }
    }

    /** The filter for a source at this position, in samples from the centre of the filter. */
    static PointFilter of(SourceImage image, ResidualCovariance covariance, double sourceAcross, double sourceAlong) {
        List<int[]> positions = positions(image, sourceAcross, sourceAlong);
        int count = positions.size();
        double[] response = new double[count];
        DMatrixRMaj correlation = new DMatrixRMaj(count, count);
        DMatrixRMaj plane = new DMatrixRMaj(count, PLANE_COLUMNS);
        for (int i = 0; i < count; i++) {
            int[] p = positions.get(i);
            response[i] = image.response(p[0] - sourceAcross, p[1] - sourceAlong);
            plane.set(i, 0, 1);
            plane.set(i, 1, p[0]);
            plane.set(i, 2, p[1]);
            for (int j = 0; j < count; j++) {
                int[] q = positions.get(j);
                double metres = Math.sqrt(image.squaredMetres(p[0] - q[0], p[1] - q[1]));
                correlation.set(i, j, i == j ? 1 : covariance.correlation(metres));
            }
        }
        return of(positions, response, GeneralisedLeastSquares.projection(correlation, plane));
    }

    /** Samples within reach of the source, as indices across and along relative to the centre of the filter. */
    private static List<int[]> positions(SourceImage image, double sourceAcross, double sourceAlong) {
        List<int[]> positions = new ArrayList<>();
        double spacing =
                Math.min(image.geometry().acrossMetres(), image.geometry().alongMetres());
        int reach = 1 + (int) (REACH_METRES / spacing);
        for (int v = -reach; v <= reach; v++) {
            for (int u = -reach; u <= reach; u++) {
                if (image.squaredMetres(u - sourceAcross, v - sourceAlong) <= REACH_METRES * REACH_METRES) {
                    positions.add(new int[] {u, v});
                }
            }
        }
        return positions;
    }

    private static PointFilter of(List<int[]> positions, double[] response, DMatrixRMaj projection) {
        int count = positions.size();
        double[] weight = new double[count];
        double information = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                weight[i] += projection.get(i, j) * response[j];
            }
            information += weight[i] * response[i];
        }
        for (int i = 0; i < count; i++) {
            weight[i] /= information;
        }
        return new PointFilter(
                positions.stream().mapToInt(p -> p[0]).toArray(),
                positions.stream().mapToInt(p -> p[1]).toArray(),
                response,
                projection.data,
                weight,
                information);
    }

    /** Estimates the amount of the source, with the filter centred on this sample. */
    Amount estimate(SampleRaster raster, int centreAcross, int centreAlong) {
        double sum = 0;
        int missing = 0;
        for (int i = 0; i < weight.length; i++) {
            double kelvin = raster.at(centreAcross + across[i], centreAlong + along[i]);
            if (Double.isNaN(kelvin)) {
                missing++;
            } else {
                sum += weight[i] * kelvin;
            }
        }
        return missing == 0
                ? new Amount(sum, 1 / information)
                : estimateWithGaps(raster, centreAcross, centreAlong, missing);
    }

    /** Missing samples are free parameters: Q is replaced by its Schur complement. */
    private Amount estimateWithGaps(SampleRaster raster, int centreAcross, int centreAlong, int missing) {
        int count = weight.length;
        if (2 * missing > count) {
            return HIDDEN;
        }
        int[] gap = new int[missing];
        double[] source = response.clone();
        double[] kelvin = new double[count];
        for (int i = 0, g = 0; i < count; i++) {
            kelvin[i] = raster.at(centreAcross + across[i], centreAlong + along[i]);
            if (Double.isNaN(kelvin[i])) {
                gap[g++] = i;
                kelvin[i] = 0;
                source[i] = 0;
            }
        }
        DMatrixRMaj inverse = block(gap);
        if (!CommonOps_DDRM.invert(inverse)) {
            return HIDDEN;
        }
        double[] projectedSource = projected(source);
        double[] projectedKelvin = projected(kelvin);
        double remaining = Vectors.dot(source, projectedSource);
        double amount = Vectors.dot(source, projectedKelvin);
        for (int g = 0; g < missing; g++) {
            for (int h = 0; h < missing; h++) {
                remaining -= projectedSource[gap[g]] * inverse.get(g, h) * projectedSource[gap[h]];
                amount -= projectedSource[gap[g]] * inverse.get(g, h) * projectedKelvin[gap[h]];
            }
        }
        return remaining < LEAST_INFORMATION * information ? HIDDEN : new Amount(amount / remaining, 1 / remaining);
    }

    /** The rows and columns of Q at these samples. */
    private DMatrixRMaj block(int[] samples) {
        int count = samples.length;
        DMatrixRMaj block = new DMatrixRMaj(count, count);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                block.set(i, j, projection[samples[i] * weight.length + samples[j]]);
            }
        }
        return block;
    }

    /** Weighted sum of squares of the samples about a plane; NaN if a sample is missing. */
    double sumOfSquares(SampleRaster raster, int centreAcross, int centreAlong) {
        double[] kelvin = new double[weight.length];
        for (int i = 0; i < kelvin.length; i++) {
            kelvin[i] = raster.at(centreAcross + across[i], centreAlong + along[i]);
        }
        return Vectors.dot(kelvin, projected(kelvin));
    }

    /** Number of samples less the parameters of the plane. */
    int degreesOfFreedom() {
        return weight.length - PLANE_COLUMNS;
    }

    private double[] projected(double[] column) {
        int n = column.length;
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product[i] += projection[i * n + j] * column[j];
            }
        }
        return product;
    }

    /**
     * Information that the source of this filter has in common with another one, given the position of that one in
     * samples from the centre of the filter.
     */
    double common(SourceImage image, double sourceAcross, double sourceAlong) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * image.response(across[i] - sourceAcross, along[i] - sourceAlong);
        }
        return information * sum;
    }
}
