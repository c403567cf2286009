package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.source.HeatSource;
import org.locationtech.jts.geom.Coordinate;

/**
 * Draws the heat sources of a composite as numbered crosses, each in a circle with a radius of two standard errors of
 * its position, over the outlines of the site.
 */
record SourceLayer(SourceMap map, MapPanel panel, LabelPlacement places) {
    static final Color ENDED = new Color(0x6E6E6E);

    private static final double ARM = 3.5;
    private static final double BADGE = 7;
    private static final double ERRORS = 2;
    private static final double NAME = 9.5;

    /** Draws everything; returns how many numbers and names had no room. */
    int draw() {
        Stream.of(Role.SITE, Role.BUILDING, Role.REFERENCE).forEach(role -> outlines(role, FeatureLayer.OTHER_COLOUR));
        Stream.of(Role.CONTROL, Role.FACILITY).forEach(role -> outlines(role, Color.BLACK));
        List<HeatSource> sources = map.sources();
        sources.forEach(source -> places.avoid(square(source), 1));
        sources.forEach(this::mark);
        int omitted = 0;
        for (int i = 0; i < sources.size(); i++) {
            HeatSource source = sources.get(i);
            Optional<Rectangle2D> place = places.place(square(source), 2 * BADGE, 2 * BADGE);
            int rank = i + 1;
            place.ifPresent(at -> badge(panel.canvas(), rank, source, at.getCenterX(), at.getCenterY()));
            omitted += place.isEmpty() ? 1 : 0;
        }
        return omitted
                + (int) Stream.of(Role.FACILITY, Role.CONTROL)
                        .flatMap(role -> map.site().features(role).stream())
                        .filter(feature -> !isNamed(feature))
                        .count();
    }

    private void outlines(Role role, Color colour) {
        double width = role == Role.FACILITY ? FeatureLayer.CONTROL : FeatureLayer.OTHER;
        map.site()
                .features(role)
                .forEach(feature -> panel.outline(
                        feature.footprint().utm(),
                        colour,
                        width,
                        Site.isPlaceholder(feature) ? FeatureLayer.PLACEHOLDER : new float[0]));
    }

    private boolean isNamed(Feature feature) {
        Canvas canvas = panel.canvas();
        Rectangle2D bounds = panel.shape(feature.footprint().utm()).getBounds2D();
        double width = canvas.textWidth(feature.name(), NAME, /* bold= */ false);
        Optional<Rectangle2D> place = places.place(bounds, width, NAME + 2);
        place.ifPresent(at -> canvas.label(feature.name(), at.getX(), at.getMaxY() - 3, NAME, /* bold= */ false));
        return place.isPresent();
    }

    private void mark(HeatSource source) {
        Coordinate at = map.utm(source);
        double x = panel.x(at.x);
        double y = panel.y(at.y);
        Canvas canvas = panel.canvas();
        Shape circle = Axes.disc(x, y, ERRORS * source.positionStandardErrorMetres() * panel.scale());
        canvas.within(panel.frame(), () -> {
            canvas.draw(circle, Color.WHITE, 2);
            canvas.draw(circle, colour(source), 0.9);
            cross(canvas, source, x, y);
        });
    }

    static void cross(Canvas canvas, HeatSource source, double x, double y) {
        arms(canvas, x, y, ARM + 0.7, Color.WHITE, 3);
        arms(canvas, x, y, ARM, colour(source), 1.4);
    }

    private static void arms(Canvas canvas, double x, double y, double arm, Color colour, double width) {
        canvas.line(x - arm, y, x + arm, y, colour, width);
        canvas.line(x, y - arm, x, y + arm, colour, width);
    }

    /** Draws the rank of a source; that of a source which ended is grey. */
    static void badge(Canvas canvas, int rank, HeatSource source, double x, double y) {
        canvas.fill(Axes.disc(x, y, BADGE), colour(source));
        canvas.stamp("%d".formatted(rank), x, y + 3, 8.5, Color.WHITE);
    }

    private static Color colour(HeatSource source) {
        return source.ended() ? ENDED : Color.BLACK;
    }

    private Rectangle2D square(HeatSource source) {
        Coordinate at = map.utm(source);
        return new Rectangle2D.Double(panel.x(at.x) - ARM, panel.y(at.y) - ARM, 2 * ARM, 2 * ARM);
    }
}
