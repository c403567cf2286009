package org.heatwatch.source;

import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The square that stands for the unknown outline of a source: about the size of a factory building. */
public final class SourceFootprint {
    /** Side in metres. */
    static final double SIDE_METRES = 60;

    /** Area in m2: an excess in kelvin times this area is an amount in K m2. */
    public static final double SQUARE_METRES = SIDE_METRES * SIDE_METRES;

    /** Usual standard error of a position; the same for all, so that observations do not change with each estimate. */
    private static final double ACCURACY_METRES = 10;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private SourceFootprint() {}

    /** A facility at the place of a published source. */
    public static Feature of(HeatSource source, Site site) {
        Coordinate at = site.utm().toUtm(source.longitude(), source.latitude());
        return of(
                source.id(),
                new LocatedSource(
                        at.x,
                        at.y,
                        source.positionStandardErrorMetres(),
                        source.kelvinSquareMetres(),
                        source.kelvinSquareMetresStandardError(),
                        source.z()),
                site);
    }

    /** A facility at the place of a source. */
    static Feature of(String id, LocatedSource place, Site site) {
        Coordinate lonLat = site.utm().toLonLat(place.east(), place.north());
        Coordinate corner = site.utm().toLonLat(place.east() + SIDE_METRES / 2, place.north() + SIDE_METRES / 2);
        Envelope degrees = new Envelope(lonLat);
        degrees.expandBy(Math.abs(corner.x - lonLat.x), Math.abs(corner.y - lonLat.y));
        Envelope metres = new Envelope(new Coordinate(place.east(), place.north()));
        metres.expandBy(SIDE_METRES / 2);
        return new Feature(
                id,
                id,
                Role.FACILITY,
                new Footprint(square(degrees), square(metres)),
                Optional.empty(),
                List.of(),
                "found by Heat Watch",
                ACCURACY_METRES,
                /* verified= */ true,
                Optional.empty());
    }

    private static Geometry square(Envelope envelope) {
        return GEOMETRY.toGeometry(envelope);
    }
}
