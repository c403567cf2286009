package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A north-up map on a canvas.
 *
 * @param frame position on the canvas, in points
 * @param area shown area, in metres; has the proportions of the frame
 */
public record MapPanel(Canvas canvas, Rectangle2D frame, Envelope area) {
    private static final Color HALO = new Color(255, 255, 255, 170);
    private static final double OVERLAP = 0.5;

    /** Map scale in points per metre. */
    double scale() {
        return frame.getWidth() / area.getWidth();
    }

    double x(double east) {
        return frame.getX() + (east - area.getMinX()) * scale();
    }

    double y(double north) {
        return frame.getY() + (area.getMaxY() - north) * scale();
    }

    double east(double x) {
        return area.getMinX() + (x - frame.getX()) / scale();
    }

    double north(double y) {
        return area.getMaxY() - (y - frame.getY()) / scale();
    }

    /** The outline of a geometry on the canvas. */
    Shape shape(Geometry metres) {
        return new ShapeWriter((c, on) -> on.setLocation(new Point2D.Double(x(c.x), y(c.y)))).toShape(metres);
    }

    /** Fills a square with its centre at a position. */
    public void cell(double east, double north, double metres, Color colour) {
        double size = metres * scale();
        // Slightly larger than the square, so that no gap shows between neighbours.
        Rectangle2D square =
                new Rectangle2D.Double(x(east) - size / 2, y(north) - size / 2, size + OVERLAP, size + OVERLAP);
        canvas.within(frame, () -> canvas.fill(square, colour));
    }

    /** Fills an area and its edge, so that no gap shows between neighbours. */
    public void area(Geometry outline, Color colour) {
        Shape shape = shape(outline);
        canvas.within(frame, () -> {
            canvas.fill(shape, colour);
            canvas.draw(shape, colour, 0.8);
        });
    }

    /** Draws an outline with a pale halo, which is visible on any background. */
    void outline(Geometry outline, Color colour, double width, float... dashes) {
        Shape shape = shape(outline);
        canvas.within(frame, () -> {
            canvas.draw(shape, HALO, width + 1.6);
            canvas.draw(shape, colour, width, dashes);
        });
    }

    /** Draws the frame, a title above it, and a scale bar. */
    public void finish(String title) {
        canvas.draw(frame, Color.GRAY, 0.8);
        canvas.bold(title, frame.getX(), frame.getY() - 8, 12);
        scaleBar();
    }

    /** Draws a scale bar in the lower right corner; returns its bounds. */
    Rectangle2D scaleBar() {
        double most = 0.36 * area.getWidth();
        double metres = DoubleStream.iterate(100, m -> m <= most, m -> 10 * m)
                .flatMap(m -> DoubleStream.of(m, 2 * m, 3 * m, 5 * m))
                .filter(m -> m <= most)
                .max()
                .orElse(50);
        double length = metres * scale();
        double x = frame.getMaxX() - length - 8;
        double y = frame.getMaxY() - 8;
        Rectangle2D bounds = new Rectangle2D.Double(x - 4, y - 16, length + 8, 21);
        canvas.fill(bounds, HALO);
        canvas.line(x, y, x + length, y, Color.BLACK, 2);
        canvas.textCentred(
                metres < 1000 ? "%.0f m".formatted(metres) : "%.0f km".formatted(metres / 1000),
                x + length / 2,
                y - 5,
                9);
        return bounds;
    }
}
