package org.heatwatch.estimation.hotspot;

import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.fit.ResidualCovariance;
import org.heatwatch.sampling.GridGeometry;

/**
 * The matched filters of a grid geometry, one for each position of a source between the samples, in sixteenths of a
 * sample along both axes.
 */
final class FilterBank {
    /** Positions per sample along each axis. */
    static final int PARTS = 16;

    /** Side in metres of the square building whose blurred image the filters match: a typical building of interest. */
    private static final double BUILDING_METRES = 70;

    /** Extent of a source's image in standard deviations. */
    private static final double DEVIATIONS_SEEN = 3.7;

    private final SourceImage image;
    private final List<PointFilter> filters;

    private FilterBank(SourceImage image, List<PointFilter> filters) {
        this.image = image;
        this.filters = filters;
    }

    static FilterBank of(GridGeometry geometry, ResidualCovariance covariance, PointSpread spread) {
        double sigma = spread.sigmaMetres();
        double squaredDeviation = sigma * sigma + BUILDING_METRES * BUILDING_METRES / 12;
        double spacing = Math.min(geometry.acrossMetres(), geometry.alongMetres());
        int responseSamples = (int) Math.ceil(DEVIATIONS_SEEN * Math.sqrt(squaredDeviation) / spacing + 0.5);
        SourceImage image = new SourceImage(geometry, squaredDeviation, responseSamples);
        return new FilterBank(
                image,
                IntStream.range(0, PARTS * PARTS)
                        .parallel()
                        .mapToObj(i ->
                                PointFilter.of(image, covariance, middle(i % PARTS), middle(Math.floorDiv(i, PARTS))))
                        .toList());
    }

    private static double middle(int part) {
        return (part + 0.5) / PARTS - 0.5;
    }

    /** A filter and the sample that it is centred on. */
    record Placed(PointFilter filter, int across, int along) {
        PointFilter.Amount estimate(SampleRaster raster) {
            return filter.estimate(raster, across, along);
        }

        /** Variance of the samples about a plane; NaN if a sample is missing. */
        double scatter(SampleRaster raster) {
            return filter.sumOfSquares(raster, across, along) / filter.degreesOfFreedom();
        }

        double sumOfSquares(SampleRaster raster) {
            return filter.sumOfSquares(raster, across, along);
        }
    }

    /** The filter for a source at these fractional indices. */
    Placed at(double across, double along) {
        int u = (int) Math.floor(across + 0.5);
        int v = (int) Math.floor(along + 0.5);
        int i = Math.min(PARTS - 1, (int) ((across + 0.5 - u) * PARTS));
        int j = Math.min(PARTS - 1, (int) ((along + 0.5 - v) * PARTS));
        return new Placed(filters.get(j * PARTS + i), u, v);
    }

    /** Rounds a fractional index to the position of the filter that is used for it. */
    static double quantised(double index) {
        return (Math.floor(index * PARTS) + 0.5) / PARTS;
    }

    /** The image of a source on the samples. */
    SourceImage image() {
        return image;
    }
}
