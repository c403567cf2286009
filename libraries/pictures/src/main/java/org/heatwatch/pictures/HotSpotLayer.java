package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.heatwatch.publication.PassReport.Spot;
import org.heatwatch.site.UtmProjection;
import org.locationtech.jts.geom.Coordinate;

/** Draws hot spots as numbered crosses, each in a circle with a radius of two standard errors of its position. */
record HotSpotLayer(List<Spot> spots, UtmProjection utm, MapPanel panel, LabelPlacement places) {
    static final double ARM = 5;
    private static final double SIZE = 9;
    private static final double BADGE = 7;
    private static final double ERRORS = 2;

    /** Draws all crosses, then their numbers on top. */
    void draw() {
        spots.forEach(spot -> places.avoid(square(spot, ARM), 1));
        spots.forEach(this::mark);
        for (int i = 0; i < spots.size(); i++) {
            int number = i + 1;
            places.place(square(spots.get(i), ARM), 2 * BADGE, 2 * BADGE)
                    .ifPresent(at -> badge(panel.canvas(), number, at.getCenterX(), at.getCenterY()));
        }
    }

    private void mark(Spot spot) {
        Coordinate at = at(spot);
        double x = panel.x(at.x);
        double y = panel.y(at.y);
        Shape circle = Axes.disc(x, y, ERRORS * spot.positionStandardErrorMetres() * panel.scale());
        Canvas canvas = panel.canvas();
        canvas.within(panel.frame(), () -> {
            canvas.draw(circle, Color.WHITE, 2.6);
            canvas.draw(circle, Color.BLACK, 1);
        });
        cross(canvas, x, y);
    }

    /** Draws a number as a badge, which cannot be mistaken for part of a name. */
    static void badge(Canvas canvas, int number, double x, double y) {
        canvas.fill(Axes.disc(x, y, BADGE), Color.BLACK);
        canvas.stamp("%d".formatted(number), x, y + 3.2, SIZE, Color.WHITE);
    }

    static void cross(Canvas canvas, double x, double y) {
        cross(canvas, x, y, ARM + 1, Color.WHITE, 4);
        cross(canvas, x, y, ARM, Color.BLACK, 1.8);
    }

    private static void cross(Canvas canvas, double x, double y, double arm, Color colour, double width) {
        canvas.line(x - arm, y, x + arm, y, colour, width);
        canvas.line(x, y - arm, x, y + arm, colour, width);
    }

    private Coordinate at(Spot spot) {
        return utm.toUtm(spot.longitude(), spot.latitude());
    }

    private Rectangle2D square(Spot spot, double half) {
        Coordinate at = at(spot);
        return new Rectangle2D.Double(panel.x(at.x) - half, panel.y(at.y) - half, 2 * half, 2 * half);
    }
}
