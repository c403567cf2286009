package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** A warning such as "Simulated data": a banner, and a watermark across each plot, so that cropping removes neither. */
final class WarningBanner {
    static final double HEIGHT = 24;
    private static final Color BANNER = new Color(0xFFD24D);
    private static final Color WATERMARK = new Color(0, 0, 0, 32);
    private static final double SIZE = 13;
    private static final double ROTATION = -Math.PI / 9;

    private WarningBanner() {}

    /** Draws the banner across the full width of the canvas. */
    static void banner(Canvas canvas, String text, double top) {
        canvas.fill(new Rectangle2D.Double(0, top, canvas.width(), HEIGHT), BANNER);
        canvas.stamp(text, canvas.width() / 2.0, top + 17, SIZE, Color.BLACK);
    }

    /** Repeats the text as a pale watermark over a part of the canvas. */
    static void watermark(Canvas canvas, String text, Rectangle2D part, double size) {
        double stepX = canvas.textWidth(text, size, /* bold= */ true) + 4 * size;
        double stepY = 6 * size;
        canvas.within(part, () -> {
            int row = 0;
            for (double y = part.getY() + 2 * size; y < part.getMaxY() + stepY; y += stepY) {
                double first = part.getX() + (row++ % 2 == 0 ? 0.5 : 1) * stepX;
                for (double x = first - stepX; x < part.getMaxX() + stepX; x += stepX) {
                    double middle = x;
                    double base = y;
                    canvas.turned(ROTATION, middle, base, () -> canvas.stamp(text, middle, base, size, WATERMARK));
                }
            }
        });
    }
}
