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

/** Draws the outlines of a site's features, and the names of facilities and controls. */
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

    /** Draws all outlines; those of facilities last, on top. */
    void outlines() {
        of(Role.SITE).forEach(f -> outline(f, OTHER_COLOUR, 1.2));
        Stream.concat(of(Role.BUILDING), of(Role.REFERENCE)).forEach(f -> outline(f, OTHER_COLOUR, OTHER));
        of(Role.CONTROL).forEach(f -> outline(f, Color.BLACK, CONTROL));
        of(Role.FACILITY).forEach(this::facility);
        of(Role.REFERENCE).forEach(f -> places.avoid(bounds(f), 0.15));
        Stream.concat(of(Role.FACILITY), of(Role.CONTROL)).forEach(f -> places.avoid(bounds(f), 1));
    }

    /** Writes the names for which there is room; returns how many were omitted. */
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
        PassState state = map.passState(feature.id());
        float[] dashes = state.dashes();
        panel.outline(
                feature.footprint().utm(), state.colour(), FACILITY, dashes.length > 0 ? dashes : dashes(feature));
    }

    private Rectangle2D bounds(Feature feature) {
        return panel.shape(feature.footprint().utm()).getBounds2D();
    }

    private boolean isLabelled(Feature feature) {
        String detail = detail(feature) + feature.caveat();
        Canvas canvas = panel.canvas();
        double width = Math.max(
                canvas.textWidth(feature.name(), NAME, /* bold= */ true),
                canvas.textWidth(detail, DETAIL, /* bold= */ false));
        Rectangle2D bounds = bounds(feature);
        Optional<Rectangle2D> place = places.place(bounds, width, LABEL_HEIGHT);
        place.ifPresent(at -> {
            leader(at, feature);
            boolean isToTheLeft = at.getMaxX() <= bounds.getX();
            write(feature.name(), at, at.getY() + 10.5, NAME, /* bold= */ true, isToTheLeft);
            write(detail, at, at.getY() + 22, DETAIL, /* bold= */ false, isToTheLeft);
        });
        return place.isPresent();
    }

    private String detail(Feature feature) {
        PassState state = map.passState(feature.id());
        if (feature.role() == Role.FACILITY) {
            return state.label();
        }
        return state == PassState.NOT_OBSERVED ? "control, " + state.label() : "control";
    }

    private void write(String text, Rectangle2D at, double y, double size, boolean bold, boolean untilEnd) {
        double width = panel.canvas().textWidth(text, size, bold);
        panel.canvas().label(text, untilEnd ? at.getMaxX() - width : at.getX(), y, size, bold);
    }

    /** Draws a leader line from a label that is not next to its feature to the outline of the feature. */
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
            panel.canvas().line(x, y, endX, endY, Color.WHITE, 2.6);
            panel.canvas().line(x, y, endX, endY, Color.BLACK, 0.9);
        }
    }
}
