package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.estimation.fit.FootprintResponse;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;

/** The pixels around a feature, with their responses to it and to the facilities near it. */
final class PixelNeighbourhood {
    /** Point spread of delivered pixels: that of the sensor, broadened by resampling. */
    private static final PointSpread DELIVERED = new PointSpread(150);

    private static final double NEGLIGIBLE_RESPONSE = 0.01;
    private static final double SMALLEST_VISIBLE_SHARE = 0.8;

    private final Feature feature;
    private final DeliveredImage geometry;
    private final int[] pixels;
    private final List<double[]> columns;

    private PixelNeighbourhood(Feature feature, DeliveredImage geometry, int[] pixels, List<double[]> columns) {
        this.feature = feature;
        this.geometry = geometry;
        this.pixels = pixels;
        this.columns = columns;
    }

    /** @param geometry any image of the archive; all have the same pixel grid */
    static PixelNeighbourhood of(Feature feature, Site site, DeliveredImage geometry, double reachMetres) {
        Envelope outline = feature.footprint().utm().getEnvelopeInternal();
        int[] pixels = IntStream.range(0, geometry.size())
                .filter(i -> outline.distance(
                                new Envelope(geometry.east(i), geometry.east(i), geometry.north(i), geometry.north(i)))
                        <= reachMetres)
                .toArray();
        List<double[]> columns = new ArrayList<>();
        columns.add(column(feature, geometry, pixels));
        for (Feature other : site.features(Role.FACILITY)) {
            if (!other.id().equals(feature.id())) {
                double[] column = column(other, geometry, pixels);
                if (Arrays.stream(column).max().orElse(0) > NEGLIGIBLE_RESPONSE) {
                    columns.add(column);
                }
            }
        }
        return new PixelNeighbourhood(feature, geometry, pixels, columns);
    }

    private static double[] column(Feature feature, DeliveredImage geometry, int[] pixels) {
        FootprintResponse response = FootprintResponse.of(feature.footprint().utm(), DELIVERED);
        return Arrays.stream(pixels)
                .mapToDouble(i -> response.at(geometry.east(i), geometry.north(i)))
                .toArray();
    }

    String id() {
        return feature.id();
    }

    /** Indices of the pixels in the image. */
    int[] pixels() {
        return pixels.clone();
    }

    boolean isWhollyValid(DeliveredImage image) {
        return Arrays.stream(pixels).allMatch(image::isValid);
    }

    /** The values of these pixels in an image. */
    double[] of(double[] image) {
        return Arrays.stream(pixels).mapToDouble(i -> image[i]).toArray();
    }

    NeighbourhoodModel model() {
        return new NeighbourhoodModel(
                Arrays.stream(pixels).mapToDouble(geometry::east).toArray(),
                Arrays.stream(pixels).mapToDouble(geometry::north).toArray(),
                columns);
    }

    /** The clear part of the neighbourhood; empty if too much of the feature is masked. */
    Optional<PixelNeighbourhood> seen(DeliveredImage image) {
        int[] kept = IntStream.range(0, pixels.length)
                .filter(k -> image.isValid(pixels[k]))
                .toArray();
        double[] own = columns.getFirst();
        double visible = Arrays.stream(kept).mapToDouble(k -> own[k]).sum();
        if (visible < SMALLEST_VISIBLE_SHARE * Arrays.stream(own).sum()) {
            return Optional.empty();
        }
        return Optional.of(new PixelNeighbourhood(
                feature,
                geometry,
                Arrays.stream(kept).map(k -> pixels[k]).toArray(),
                columns.stream()
                        .map(column ->
                                Arrays.stream(kept).mapToDouble(k -> column[k]).toArray())
                        .toList()));
    }
}
