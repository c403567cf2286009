package org.heatwatch.source;

import java.util.Comparator;
import java.util.Optional;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Makes the published form of a source. */
final class PublishedSource {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private PublishedSource() {}

    static HeatSource of(SourceHistory source, Site site) {
        Coordinate lonLat = site.utm().toLonLat(source.place().east(), source.place().north());
        Point place = GEOMETRY.createPoint(
                new Coordinate(source.place().east(), source.place().north()));
        Optional<Feature> nearest = site.features().stream()
                .filter(feature -> feature.role() != Role.SITE && feature.role() != Role.REFERENCE)
                .min(Comparator.<Feature>comparingDouble(
                                feature -> feature.footprint().utm().distance(place))
                        .thenComparing(Feature::id));
        ActivitySpan span = source.span();
        return new HeatSource(
                source.id(),
                lonLat.x,
                lonLat.y,
                source.place().positionError(),
                source.place().kelvinSquareMetres(),
                source.place().kelvinSquareMetresError(),
                source.place().z(),
                source.history().track().current().state(),
                span.first(),
                span.last(),
                !span.isOpen(),
                ActiveShare.of(source.history(), span),
                span.overpasses(),
                site.features(Role.SITE).stream()
                        .anyMatch(outline -> outline.footprint().utm().covers(place)),
                nearest.map(Feature::id).orElse(null),
                nearest.map(feature -> feature.footprint().utm().distance(place)).orElse(null),
                ActivityEvidence.of(source.history(), span, site));
    }
}
