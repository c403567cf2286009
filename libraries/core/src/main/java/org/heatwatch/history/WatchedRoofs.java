package org.heatwatch.history;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.fit.Roof;
import org.heatwatch.estimation.fit.RoofSet;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The features of a site that have a footprint, in the order of the file, and the ground round them.
 *
 * @param area what is wanted of a scene, in metres of the site's zone
 * @param nearFacilities where heat may be
 * @param searchArea where hot spots are looked for: inside the site's outline; without one, round all features
 */
record WatchedRoofs(List<Feature> features, Envelope area, Geometry nearFacilities, Geometry searchArea) {
    /** As far as a fit reaches from a footprint, and a node of the map beyond. */
    private static final double MARGIN_METRES = 450;

    /** Nearer than this a sample sees a footprint: more than a hundredth of its heat. */
    private static final double SEEN_METRES = 120;

    /** A site without an outline is taken to reach so far beyond its features. */
    private static final double OUTLINE_METRES = 100;

    static WatchedRoofs of(Site site) {
        List<Feature> features =
                site.features().stream().filter(f -> f.role() != Role.SITE).toList();
        Envelope area = new Envelope();
        site.features().forEach(f -> area.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        area.expandBy(MARGIN_METRES);
        Geometry nearFacilities = geometry(features.stream()
                        .filter(WatchedRoofs::mayBeOn)
                        .map(f -> f.footprint().utm().buffer(SEEN_METRES)))
                .union();
        List<Feature> outlines = site.features(Role.SITE);
        Geometry searchArea = outlines.isEmpty()
                ? geometry(features.stream().map(f -> f.footprint().utm()))
                        .convexHull()
                        .buffer(OUTLINE_METRES)
                : geometry(outlines.stream().map(f -> f.footprint().utm())).union();
        return new WatchedRoofs(features, area, nearFacilities, searchArea);
    }

    private static Geometry geometry(Stream<Geometry> parts) {
        return new GeometryFactory().buildGeometry(parts.toList());
    }

    private static boolean mayBeOn(Feature feature) {
        return feature.role() == Role.FACILITY;
    }

    /** Indices of the features with a role. */
    List<Integer> ofRole(Role role) {
        return IntStream.range(0, features.size())
                .filter(i -> features.get(i).role() == role)
                .boxed()
                .toList();
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
