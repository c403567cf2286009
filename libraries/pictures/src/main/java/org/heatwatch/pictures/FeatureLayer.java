package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Outlines of a site's features and the names of those that people ask for. */
record FeatureLayer(HeatMap map, MapPanel panel, LabelPlacement places) {
    static final double FACILITY = 3;
    static final double CONTROL = 1.6;
    static final double OTHER = 0.8;
    static final Color OTHER_COLOUR = new Color(0x707070);
    static final float[] PLACEHOLDER = {9, 4};

    private static final double NAME = 11;
    private static final double DETAIL = 9.5;
    private static final double LABEL_HEIGHT = 25;
    private static final double NEAR = 12;

    /** Draws all outlines, the facilities' last. */
    void outlines() {
        of(Role.SITE).forEach(f -> outline(f, OTHER_COLOUR, 1.2));
        Stream.concat(of(Role.BUILDING), of(Role.NULL)).forEach(f -> outline(f, OTHER_COLOUR, OTHER));
        of(Role.CONTROL).forEach(f -> outline(f, Color.BLACK, CONTROL));
        of(Role.FACILITY).forEach(this::facility);
        of(Role.NULL).forEach(f -> places.avoid(bounds(f), 0.15));
        Stream.concat(of(Role.FACILITY), of(Role.CONTROL)).forEach(f -> places.avoid(bounds(f), 1));
    }

    /** Writes all names for which there is room; answers for how many there is none. */
    int labels() {
        return (int) Stream.concat(of(Role.FACILITY), of(Role.CONTROL))
                .filter(feature -> !isLabelled(feature))
                .count();
    }

    private Stream<Feature> of(Role role) {
        return map.site().features(role).stream();
    }

    private void outline(Feature feature, Color colour, double width) {
        panel.outline(feature.footprint().utm(), colour, width, dashes(feature));
    }

    private static float[] dashes(Feature feature) {
        return Site.isPlaceholder(feature) ? PLACEHOLDER : new float[0];
    }

    private void facility(Feature feature) {
        PassStanding standing = map.standing(feature.id());
        float[] dashes = standing.dashes();
        panel.outline(
                feature.footprint().utm(), standing.colour(), FACILITY, dashes.length > 0 ? dashes : dashes(feature));
    }

    private Rectangle2D bounds(Feature feature) {
        return panel.shape(feature.footprint().utm()).getBounds2D();
    }

    private boolean isLabelled(Feature feature) {
        String second = detail(feature) + feature.caveat();
        Sheet sheet = panel.sheet();
        double width = Math.max(
                sheet.textWidth(feature.name(), NAME, /* bold= */ true),
                sheet.textWidth(second, DETAIL, /* bold= */ false));
        Rectangle2D beside = bounds(feature);
        Optional<Rectangle2D> place = places.place(beside, width, LABEL_HEIGHT);
        place.ifPresent(at -> {
            leader(at, feature);
            boolean isToTheLeft = at.getMaxX() <= beside.getX();
            write(feature.name(), at, at.getY() + 10.5, NAME, /* bold= */ true, isToTheLeft);
            write(second, at, at.getY() + 22, DETAIL, /* bold= */ false, isToTheLeft);
        });
        return place.isPresent();
    }

    private String detail(Feature feature) {
        PassStanding standing = map.standing(feature.id());
        if (feature.role() == Role.FACILITY) {
            return standing.words();
        }
        return standing == PassStanding.NOT_OBSERVED ? "control, " + standing.words() : "control";
    }

    private void write(String text, Rectangle2D at, double y, double size, boolean bold, boolean untilEnd) {
        double width = panel.sheet().textWidth(text, size, bold);
        panel.sheet().label(text, untilEnd ? at.getMaxX() - width : at.getX(), y, size, bold);
    }

    /** From a label that had to be moved away to the outline of what it names. */
    private void leader(Rectangle2D label, Feature feature) {
        Rectangle2D named = bounds(feature);
        double x = Math.clamp(named.getCenterX(), label.getMinX(), label.getMaxX());
        double y = Math.clamp(named.getCenterY(), label.getMinY(), label.getMaxY());
        Geometry outline = feature.footprint().utm();
        Geometry start = outline.getFactory().createPoint(new Coordinate(panel.east(x), panel.north(y)));
        Coordinate end = DistanceOp.nearestPoints(outline, start)[0];
        double endX = panel.x(end.x);
        double endY = panel.y(end.y);
        if (Math.hypot(endX - x, endY - y) > NEAR) {
            panel.sheet().line(x, y, endX, endY, Color.WHITE, 2.6);
            panel.sheet().line(x, y, endX, endY, Color.BLACK, 0.9);
        }
    }
}
