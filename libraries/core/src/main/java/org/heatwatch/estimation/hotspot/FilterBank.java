package org.heatwatch.estimation.hotspot;

import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.fit.GroundClutter;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.sampling.GridGeometry;

/**
 * The matched filters of a grid geometry, one for each place that a source can have between the samples, in sixteenths of
 * a sample.
 */
final class FilterBank {
    /** Places in one sample along either axis. */
    static final int PARTS = 16;

    /** Side in metres of the square roof whose blurred image is looked for: the middle of those of interest. */
    private static final double ROOF_METRES = 70;

    private static final double DEVIATIONS_SEEN = 3.7;

    private final GridGeometry geometry;
    private final double squaredDeviation;
    private final int responseSamples;
    private final List<PointFilter> filters;

    FilterBank(GridGeometry geometry, GroundClutter clutter, PointSpread spread) {
        this.geometry = geometry;
        double sigma = spread.sigmaMetres();
        this.squaredDeviation = sigma * sigma + ROOF_METRES * ROOF_METRES / 12;
        double spacing = Math.min(geometry.acrossMetres(), geometry.alongMetres());
        this.responseSamples = (int) Math.ceil(DEVIATIONS_SEEN * Math.sqrt(squaredDeviation) / spacing + 0.5);
        this.filters = IntStream.range(0, PARTS * PARTS)
                .parallel()
                .mapToObj(i -> PointFilter.of(this, clutter, middle(i % PARTS), middle(Math.floorDiv(i, PARTS))))
                .toList();
    }

    private static double middle(int part) {
        return (part + 0.5) / PARTS - 0.5;
    }

    /** A filter and the sample that it is laid on. */
    record Placed(PointFilter filter, int across, int along) {
        PointFilter.Reading read(SampleRaster raster) {
            return filter.read(raster, across, along);
        }

        /** Variance of the samples about a plane; not a number with a gap. */
        double scatter(SampleRaster raster) {
            return filter.squares(raster, across, along) / filter.freedom();
        }

        double squares(SampleRaster raster) {
            return filter.squares(raster, across, along);
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

    /** The fractional index of the place whose filter is used for this one. */
    static double settled(double index) {
        return (Math.floor(index * PARTS) + 0.5) / PARTS;
    }

    GridGeometry geometry() {
        return geometry;
    }

    /** How many samples to either side see a source. */
    int responseSamples() {
        return responseSamples;
    }

    /** Effective kelvin that a sample so many samples away from a source of 1 K m2 shows. */
    double response(double across, double along) {
        return Math.exp(-squaredMetres(across, along) / (2 * squaredDeviation)) / (2 * Math.PI * squaredDeviation);
    }

    double squaredMetres(double across, double along) {
        double y = along * geometry.alongMetres();
        double x = across * geometry.acrossMetres() - geometry.shear() * y;
        return x * x + y * y;
    }
}
