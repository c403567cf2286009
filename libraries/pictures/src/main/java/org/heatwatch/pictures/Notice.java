package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** What nobody may overlook: a band of its own, and the same words across what it is about, so that none can be cut off. */
final class Notice {
    static final double HEIGHT = 24;
    private static final Color BAND = new Color(0xFFD24D);
    private static final Color ACROSS = new Color(0, 0, 0, 32);
    private static final double SIZE = 13;
    private static final double TURNED = -Math.PI / 9;

    private Notice() {}

    /** Draws the band across the sheet. */
    static void band(Sheet sheet, String words, double top) {
        sheet.fill(new Rectangle2D.Double(0, top, sheet.width(), HEIGHT), BAND);
        sheet.stamp(words, sheet.width() / 2.0, top + 17, SIZE, Color.BLACK);
    }

    /** Writes the words all over a part of the sheet, pale. */
    static void across(Sheet sheet, String words, Rectangle2D part, double size) {
        double stepX = sheet.textWidth(words, size, /* bold= */ true) + 4 * size;
        double stepY = 6 * size;
        sheet.within(part, () -> {
            int row = 0;
            for (double y = part.getY() + 2 * size; y < part.getMaxY() + stepY; y += stepY) {
                double first = part.getX() + (row++ % 2 == 0 ? 0.5 : 1) * stepX;
                for (double x = first - stepX; x < part.getMaxX() + stepX; x += stepX) {
                    double middle = x;
                    double base = y;
                    sheet.turned(TURNED, middle, base, () -> sheet.stamp(words, middle, base, size, ACROSS));
                }
            }
        });
    }
}
