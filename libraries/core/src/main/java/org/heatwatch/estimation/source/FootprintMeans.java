package org.heatwatch.estimation.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.estimation.fit.FootprintResponse;
import org.heatwatch.estimation.fit.PointSpread;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Mean excesses of known footprints in the period of a composite, fitted together by generalised least squares.
 *
 * <p>With the response {@code t} of each footprint (its exact area, blurred by the point spread), the power {@code P}
 * of the noise and the composite {@code d}, the means are {@code K^-1 c}, where {@code K_ij = <t_i, t_j>} and
 * {@code c_i = <t_i, d>}, both with the scalar product weighted by 1/P.
 *
 * <p>The variance has three parts: the stationary noise {@code s²}, a diagonal element of {@code K^-1}; the idle
 * variability {@code v}, which all buildings have beyond the ground; and what the reference scenes show of a building's
 * own, {@code e²}, the sum of their squared contributions, fitted in the same way. {@code v} is
 * the mean of {@code e² - s²}, at least 0. Since the {@code e²} of one building scatters by a fifth with 40 scenes, the
 * variance is {@code (n e² + 60 (s² + v)) / (n + 60)} for n scenes.
 */
public final class FootprintMeans {
    /** Weight of what all footprints have in common, in scenes. */
    private static final double COMMON_SCENES = 60;

    private static final double LARGEST_INFLATION = 1e6;

    private final IdleNoise noise;
    private final List<CompositeRaster> weighted;
    private final DMatrixRMaj inverse;

    /**
     * A mean excess.
     *
     * @param kelvin effective kelvin over the area of the footprint
     * @param standardError effective kelvin; infinite where too few scenes show the ground
     */
    public record Mean(double kelvin, double standardError) {
        /** The mean in units of its standard error. */
        public double z() {
            return kelvin / standardError;
        }
    }

    private FootprintMeans(IdleNoise noise, List<CompositeRaster> weighted, DMatrixRMaj inverse) {
        this.noise = noise;
        this.weighted = weighted;
        this.inverse = inverse;
    }

    /**
     * Fits the means.
     *
     * @param footprints polygons in metres of the site's UTM zone, within the composite, at least one
     * @return the means in the same order
     * @throws IllegalArgumentException if two footprints are the same, so that they cannot be separated
     */
    public static List<Mean> of(Composite composite, List<? extends Geometry> footprints) {
        CompositeRaster data = Detrending.of(composite.excess());
        FootprintMeans fit = of(IdleNoise.of(composite), data, footprints);
        double[] kelvin = fit.fitted(data);
        double[] variance = fit.variances();
        CompositeRaster relative = composite.relativeError();
        return IntStream.range(0, kelvin.length)
                .mapToObj(i -> new Mean(kelvin[i], Math.sqrt(variance[i]) * at(footprints.get(i), relative)))
                .toList();
    }

    private static FootprintMeans of(IdleNoise noise, CompositeRaster like, List<? extends Geometry> footprints) {
        List<CompositeRaster> responses = footprints.parallelStream()
                .map(footprint -> Detrending.of(response(footprint, like)))
                .toList();
        List<CompositeRaster> weighted = noise.dividedByPower(responses);
        int count = footprints.size();
        DMatrixRMaj normal = new DMatrixRMaj(count, count);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double product = dot(weighted.get(i), responses.get(j));
                normal.set(i, j, product);
                normal.set(j, i, product);
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(count, count);
        if (!CommonOps_DDRM.invert(normal, inverse) || !areSeparate(normal, inverse)) {
            throw new IllegalArgumentException("the footprints cannot be separated: two of them have the same outline");
        }
        return new FootprintMeans(noise, weighted, inverse);
    }

    /** Whether the other footprints leave something of each: its variance is not a million times that alone. */
    private static boolean areSeparate(DMatrixRMaj normal, DMatrixRMaj inverse) {
        return IntStream.range(0, normal.numRows)
                .mapToDouble(i -> inverse.get(i, i) * normal.get(i, i))
                .allMatch(inflation -> inflation > 0 && inflation < LARGEST_INFLATION);
    }

    private static CompositeRaster response(Geometry footprint, CompositeRaster like) {
        FootprintResponse response = FootprintResponse.of(footprint, PointSpread.TIRS);
        Envelope reach = response.reach();
        double[] values = new double[like.values().length];
        for (int row = 0; row < like.rows(); row++) {
            for (int column = 0; column < like.columns(); column++) {
                if (reach.contains(like.east(column), like.north(row))) {
                    values[row * like.columns() + column] = response.at(like.east(column), like.north(row));
                }
            }
        }
        return like.with(values);
    }

    private double[] fitted(CompositeRaster detrended) {
        DMatrixRMaj products = new DMatrixRMaj(weighted.size(), 1);
        for (int i = 0; i < weighted.size(); i++) {
            products.set(i, dot(weighted.get(i), detrended));
        }
        DMatrixRMaj means = new DMatrixRMaj(weighted.size(), 1);
        CommonOps_DDRM.mult(inverse, products, means);
        return means.getData();
    }

    private double[] variances() {
        double[][] idle =
                noise.contributions().parallelStream().map(this::fitted).toArray(double[][]::new);
        int count = weighted.size();
        double[] own = IntStream.range(0, count)
                .mapToDouble(i -> Arrays.stream(idle)
                        .mapToDouble(scene -> scene[i] * scene[i])
                        .sum())
                .toArray();
        double excess = 0;
        double weights = 0;
        for (int i = 0; i < count; i++) {
            double stationary = inverse.get(i, i);
            double weight = 1 / (stationary * stationary);
            excess += weight * (own[i] - stationary);
            weights += weight;
        }
        double variability = Math.max(0, excess / weights);
        int scenes = idle.length;
        return IntStream.range(0, count)
                .mapToDouble(i -> (scenes * own[i] + COMMON_SCENES * (inverse.get(i, i) + variability))
                        / (scenes + COMMON_SCENES))
                .toArray();
    }

    private static double dot(CompositeRaster one, CompositeRaster other) {
        double sum = 0;
        for (int i = 0; i < one.values().length; i++) {
            sum += one.values()[i] * other.values()[i];
        }
        return sum;
    }

    /** Value of the cell at the middle of a footprint; of the nearest one outside the raster. */
    private static double at(Geometry footprint, CompositeRaster raster) {
        Coordinate middle = footprint.getCentroid().getCoordinate();
        double spacing = CompositeRaster.SPACING_METRES;
        int column = (int) Math.clamp(Math.rint((middle.x - raster.west()) / spacing), 0, raster.columns() - 1);
        int row = (int) Math.clamp(Math.rint((middle.y - raster.south()) / spacing), 0, raster.rows() - 1);
        return raster.values()[row * raster.columns() + column];
    }
}
