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
public final class WatchedRoofs {
    /** As far as a fit reaches from a roof, and a node of the map beyond. */
    private static final double MARGIN_METRES = 450;

    /** Nearer than this a sample sees a roof: more than a hundredth of its heat. */
    private static final double SEEN_METRES = 120;

    private final List<Feature> features;
    private final Envelope area;
    private final Geometry nearFacilities;

    public WatchedRoofs(Site site) {
        features = site.features().stream().filter(f -> f.role() != Role.SITE).toList();
        area = new Envelope();
        features.forEach(f -> area.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        area.expandBy(MARGIN_METRES);
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

    public Envelope area() {
        return area;
    }

    Geometry nearFacilities() {
        return nearFacilities;
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
