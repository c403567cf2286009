package org.heatwatch.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heatwatch.errors.SiteDefect;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds outlines that are probably in a wrong place, and bounds that are much larger than the site. */
final class PlaceWarnings {
    private static final double FAR_METRES = 10_000;
    private static final double OUTSIDE_METRES = 1_000;

    private PlaceWarnings() {}

    static List<SiteDefect> of(Site site) {
        List<SiteDefect> found = new ArrayList<>();
        List<Feature> features =
                site.features().stream().filter(f -> f.role() != Role.SITE).toList();
        List<Geometry> outlines =
                site.features(Role.SITE).stream().map(f -> f.footprint().utm()).toList();
        STRtree tree = tree(features);
        for (Feature feature : features) {
            double alone = features.size() > 1 ? distanceToNearest(feature, tree) : 0;
            double outside =
                    feature.role().isScored() ? distance(feature.footprint().utm(), outlines) : 0;
            if (alone > FAR_METRES) {
                found.add(new SiteDefect(
                        feature.id(),
                        "its outline is %s km from the nearest other outline".formatted(kilometres(alone)),
                        "check its position, or define another site for it"));
            } else if (outside > OUTSIDE_METRES) {
                found.add(new SiteDefect(
                        feature.id(),
                        "its outline is %s km outside the outline of the site".formatted(kilometres(outside)),
                        "check its position, or enlarge the outline of the site"));
            }
        }
        checkBounds(site, found);
        return found;
    }

    /** Bounds much larger than the site only cost reads and storage. */
    private static void checkBounds(Site site, List<SiteDefect> found) {
        Envelope outlines = new Envelope();
        site.features()
                .forEach(f -> outlines.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        if (outlines.isNull()) {
            return;
        }
        Envelope bounds = site.utm()
                .toUtm(new GeometryFactory().toGeometry(site.bounds().envelope()))
                .getEnvelopeInternal();
        double beyond = Math.max(
                Math.max(outlines.getMinX() - bounds.getMinX(), bounds.getMaxX() - outlines.getMaxX()),
                Math.max(outlines.getMinY() - bounds.getMinY(), bounds.getMaxY() - outlines.getMaxY()));
        if (beyond > FAR_METRES) {
            found.add(new SiteDefect(
                    "collection",
                    "the bounds reach %s km beyond the outlines".formatted(kilometres(beyond)),
                    "draw them closer, about 1.5 km around the outlines, or check the positions of the outlines"));
        }
    }

    private static STRtree tree(List<Feature> features) {
        STRtree tree = new STRtree();
        features.forEach(f -> tree.insert(f.footprint().utm().getEnvelopeInternal(), f));
        tree.build();
        return tree;
    }

    /** Distance between the surrounding rectangles, in metres. */
    private static double distanceToNearest(Feature feature, STRtree tree) {
        Envelope envelope = feature.footprint().utm().getEnvelopeInternal();
        Feature nearest = (Feature) tree.nearestNeighbour(envelope, feature, PlaceWarnings::distance);
        return envelope.distance(nearest.footprint().utm().getEnvelopeInternal());
    }

    private static double distance(ItemBoundable one, ItemBoundable other) {
        return one.getItem().equals(other.getItem())
                ? Double.MAX_VALUE
                : ((Envelope) one.getBounds()).distance((Envelope) other.getBounds());
    }

    private static double distance(Geometry from, List<Geometry> outlines) {
        return outlines.stream().mapToDouble(from::distance).min().orElse(0);
    }

    private static String kilometres(double metres) {
        return String.format(Locale.ROOT, "%.1f", metres / 1000);
    }
}
