package org.heatwatch.mail;

import java.util.Comparator;
import java.util.Optional;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.NotableEvent;
import org.heatwatch.announce.UtmPosition;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.source.HeatSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * A heat source in a mail.
 *
 * @param source as it is known now; empty if the composite no longer shows it
 * @param position longitude and latitude in degrees
 * @param nearest feature whose outline is known, if the site has one
 */
record SourceRow(Announcement announcement, Optional<HeatSource> source, Coordinate position, Optional<Near> nearest) {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** A feature at a distance in metres, 0 inside. */
    record Near(Feature feature, double metres) {}

    /** Empty if the announcement has no place. */
    static Optional<SourceRow> of(MailFacts facts, Announcement announcement) {
        String id = announcement
                .event()
                .map(NotableEvent::subject)
                .orElse(announcement.record().subject());
        Optional<HeatSource> source =
                facts.sources().flatMap(reported -> reported.source(id)).map(reported -> reported.source());
        return announcement
                .event()
                .flatMap(NotableEvent::place)
                .or(() -> announcement.record().place())
                .map(place -> new SourceRow(
                        announcement,
                        source,
                        source.map(known -> new Coordinate(known.longitude(), known.latitude()))
                                .orElseGet(() -> facts.site().utm().toLonLat(place.east(), place.north())),
                        nearest(facts.site(), place)));
    }

    double kelvinSquareMetres() {
        return source.map(HeatSource::kelvinSquareMetres).orElse(0.0);
    }

    /** A placeholder is never the nearest, because its distance is not known. */
    private static Optional<Near> nearest(Site site, UtmPosition place) {
        Point at = GEOMETRY.createPoint(new Coordinate(place.east(), place.north()));
        return site.features().stream()
                .filter(feature -> feature.role() != Role.SITE && feature.role() != Role.REFERENCE)
                .filter(feature -> !Site.isPlaceholder(feature))
                .map(feature -> new Near(feature, feature.footprint().utm().distance(at)))
                .min(Comparator.comparingDouble(Near::metres)
                        .thenComparing(near -> near.feature().id()));
    }
}
