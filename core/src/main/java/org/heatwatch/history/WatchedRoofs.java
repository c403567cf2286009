package org.heatwatch.history;

import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.fit.PointSpread;
import org.heatwatch.fit.Roof;
import org.heatwatch.fit.RoofSet;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The features of a site that have a roof, in the order of the file, and the ground round them. */
final class WatchedRoofs {
    /** As far as a fit reaches from a roof, and a node of the map beyond. */
    private static final double MARGIN_METRES = 450;

    /** Nearer than this a sample sees a roof: more than a hundredth of its heat. */
    private static final double SEEN_METRES = 120;

    /** A site without an outline is taken to reach so far beyond its features. */
    private static final double OUTLINE_METRES = 100;

    private final List<Feature> features;
    private final Envelope area;
    private final Geometry nearFacilities;
    private final Geometry searchArea;

    WatchedRoofs(Site site) {
        features = site.features().stream().filter(f -> f.role() != Role.SITE).toList();
        area = new Envelope();
        site.features().forEach(f -> area.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        area.expandBy(MARGIN_METRES);
        List<Geometry> outlines =
                site.features(Role.SITE).stream().map(f -> f.footprint().utm()).toList();
        searchArea = outlines.isEmpty()
                ? new GeometryFactory()
                        .buildGeometry(
                                features.stream().map(f -> f.footprint().utm()).toList())
                        .convexHull()
                        .buffer(OUTLINE_METRES)
                : new GeometryFactory().buildGeometry(outlines).union();
        nearFacilities = new GeometryFactory()
                .buildGeometry(features.stream()
                        .filter(WatchedRoofs::mayBeOn)
                        .map(f -> f.footprint().utm().buffer(SEEN_METRES))
                        .toList())
                .union();
    }

    private static boolean mayBeOn(Feature feature) {
        return feature.role() == Role.FACILITY;
    }

    List<Feature> features() {
        return features;
    }

    /** Numbers of the features with a role. */
    List<Integer> ofRole(Role role) {
        return IntStream.range(0, features.size())
                .filter(i -> features.get(i).role() == role)
                .boxed()
                .toList();
    }

    Envelope area() {
        return area;
    }

    Geometry nearFacilities() {
        return nearFacilities;
    }

    /** Where hot spots are looked for: inside the site's outline; without one, round all features. */
    Geometry searchArea() {
        return searchArea;
    }

    RoofSet seenThrough(PointSpread spread) {
        return new RoofSet(
                features.stream()
                        .map(f -> new Roof(
                                f.id(),
                                f.footprint().utm(),
                                f.role().isScored(),
                                mayBeOn(f),
                                Site.isPlaceholder(f) ? 0 : f.accuracyMetres()))
                        .toList(),
                spread);
    }
}
