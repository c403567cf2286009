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
 * A map on a sheet, north up.
 *
 * @param frame on the sheet
 * @param area that is shown, in metres; of the frame's proportions
 */
public record MapPanel(Sheet sheet, Rectangle2D frame, Envelope area) {
    private static final Color HALO = new Color(255, 255, 255, 170);
    private static final double OVERLAP = 0.5;

    /** Points on the sheet to a metre on the ground. */
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

    /** A place's outline on the sheet. */
    Shape shape(Geometry metres) {
        return new ShapeWriter((c, on) -> on.setLocation(new Point2D.Double(x(c.x), y(c.y)))).toShape(metres);
    }

    /** Fills a square about a place. */
    public void cell(double east, double north, double metres, Color colour) {
        double size = metres * scale();
        // A little more than the square: else the paper shines through between neighbours.
        Rectangle2D square =
                new Rectangle2D.Double(x(east) - size / 2, y(north) - size / 2, size + OVERLAP, size + OVERLAP);
        sheet.within(frame, () -> sheet.fill(square, colour));
    }

    /** Fills an area, and the seam to its neighbours, where the paper would shine through. */
    public void area(Geometry outline, Color colour) {
        Shape shape = shape(outline);
        sheet.within(frame, () -> {
            sheet.fill(shape, colour);
            sheet.draw(shape, colour, 0.8);
        });
    }

    /** An outline with a pale rim, to be seen on any ground. */
    void outline(Geometry outline, Color colour, double width, float... dashes) {
        Shape shape = shape(outline);
        sheet.within(frame, () -> {
            sheet.draw(shape, HALO, width + 1.6);
            sheet.draw(shape, colour, width, dashes);
        });
    }

    /** Frame, title above, and a scale bar. */
    public void finish(String title) {
        sheet.draw(frame, Color.GRAY, 0.8);
        sheet.bold(title, frame.getX(), frame.getY() - 8, 12);
        scaleBar();
    }

    /** Draws how long a round number of metres is, in the lower right corner; answers where. */
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
        Rectangle2D ground = new Rectangle2D.Double(x - 4, y - 16, length + 8, 21);
        sheet.fill(ground, HALO);
        sheet.line(x, y, x + length, y, Color.BLACK, 2);
        sheet.textAbout(
                metres < 1000 ? "%.0f m".formatted(metres) : "%.0f km".formatted(metres / 1000),
                x + length / 2,
                y - 5,
                9);
        return ground;
    }
}
