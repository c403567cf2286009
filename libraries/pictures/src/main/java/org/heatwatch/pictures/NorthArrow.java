package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** North arrow: grid north of the site's UTM zone, always up. */
final class NorthArrow {
    private static final Color HALO = new Color(255, 255, 255, 170);
    private static final double WIDTH = 22;
    private static final double HEIGHT = 40;

    private NorthArrow() {}

    /** Draws the arrow in the upper right corner; returns its bounds. */
    static Rectangle2D draw(Canvas canvas, Rectangle2D frame) {
        double x = frame.getMaxX() - WIDTH / 2 - 8;
        double top = frame.getY() + 8;
        Rectangle2D bounds = new Rectangle2D.Double(x - WIDTH / 2, top, WIDTH, HEIGHT);
        canvas.fill(bounds, HALO);
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, top + 3);
        arrow.lineTo(x + 6, top + 23);
        arrow.lineTo(x, top + 18);
        arrow.lineTo(x - 6, top + 23);
        arrow.closePath();
        canvas.fill(arrow, Color.BLACK);
        canvas.textCentred("N", x, top + 36, 12);
        return bounds;
    }
}
