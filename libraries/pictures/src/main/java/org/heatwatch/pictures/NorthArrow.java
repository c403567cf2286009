package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Where north is: up, in the grid of the site's zone. */
final class NorthArrow {
    private static final Color HALO = new Color(255, 255, 255, 170);
    private static final double WIDTH = 22;
    private static final double HEIGHT = 40;

    private NorthArrow() {}

    /** Draws it in the upper right corner; answers where. */
    static Rectangle2D draw(Sheet sheet, Rectangle2D frame) {
        double x = frame.getMaxX() - WIDTH / 2 - 8;
        double top = frame.getY() + 8;
        Rectangle2D ground = new Rectangle2D.Double(x - WIDTH / 2, top, WIDTH, HEIGHT);
        sheet.fill(ground, HALO);
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, top + 3);
        arrow.lineTo(x + 6, top + 23);
        arrow.lineTo(x, top + 18);
        arrow.lineTo(x - 6, top + 23);
        arrow.closePath();
        sheet.fill(arrow, Color.BLACK);
        sheet.textAbout("N", x, top + 36, 12);
        return ground;
    }
}
