package org.heatwatch.validation;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * A square map on a sheet, north up.
 *
 * @param left edge on the sheet
 * @param top edge on the sheet
 * @param side on the sheet
 * @param area that is shown, in metres; square
 */
record MapPanel(Sheet sheet, double left, double top, double side, Envelope area) {
    private static final Color HALO = new Color(255, 255, 255, 170);
    private static final double OVERLAP = 1;
    private static final double SCALE_BAR_METRES = 300;

    double scale() {
        return side / area.getWidth();
    }

    private double x(double east) {
        return left + (east - area.getMinX()) * scale();
    }

    private double y(double north) {
        return top + (area.getMaxY() - north) * scale();
    }

    private Rectangle2D frame() {
        return new Rectangle2D.Double(left, top, side, side);
    }

    /** Fills a square about a place. */
    void cell(double east, double north, double metres, Color colour) {
        double size = metres * scale();
        // A little more than the square: else the paper shines through between neighbours.
        Rectangle2D square =
                new Rectangle2D.Double(x(east) - size / 2, y(north) - size / 2, size + OVERLAP, size + OVERLAP);
        sheet.within(frame(), () -> sheet.fill(square, colour));
    }

    void dot(double east, double north, double radius, Color fill, Color edge) {
        Ellipse2D dot = new Ellipse2D.Double(x(east) - radius, y(north) - radius, 2 * radius, 2 * radius);
        sheet.within(frame(), () -> {
            sheet.fill(dot, fill);
            sheet.draw(dot, edge, 0.8);
        });
    }

    void outline(Polygon outline, double width) {
        Path2D path = new Path2D.Double();
        for (Coordinate c : outline.getCoordinates()) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(x(c.x), y(c.y));
            } else {
                path.lineTo(x(c.x), y(c.y));
            }
        }
        sheet.within(frame(), () -> {
            sheet.draw(path, HALO, width + 1.6);
            sheet.draw(path, Color.BLACK, width);
        });
    }

    /** Frame, title above, and how long 300 m are. */
    void finish(String title) {
        sheet.draw(frame(), Color.GRAY, 0.8);
        sheet.bold(title, left, top - 8, 12);
        double length = SCALE_BAR_METRES * scale();
        double x = left + side - length - 8;
        double y = top + side - 8;
        sheet.fill(new Rectangle2D.Double(x - 4, y - 16, length + 8, 21), HALO);
        sheet.line(x, y, x + length, y, Color.BLACK, 2);
        sheet.textAbout("300 m", x + length / 2, y - 5, 9);
    }
}
