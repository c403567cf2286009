package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * Maps values, such as effective kelvin, to colours that readers with colour vision deficiencies can distinguish.
 *
 * @param low value of the first colour
 * @param high value of the last colour
 */
public record ColourScale(List<Color> colours, double low, double high) {
    private static final List<Color> VIRIDIS = List.of(
            new Color(0x440154), new Color(0x3B528B), new Color(0x21918C), new Color(0x5EC962), new Color(0xFDE725));
    private static final List<Color> BLUE_TO_RED = List.of(
            new Color(0x053061), new Color(0x4393C3), new Color(0xF7F7F7), new Color(0xD6604D), new Color(0x67001F));

    private static final int STEPS = 120;
    private static final double LEGEND_HEIGHT = 9;

    /** A sequential scale for temperatures (viridis). */
    public static ColourScale warmth(double low, double high) {
        return new ColourScale(VIRIDIS, low, high);
    }

    /** A diverging scale: blue below 0, white at 0, red above. */
    public static ColourScale difference(double most) {
        return new ColourScale(BLUE_TO_RED, -most, most);
    }

    /** The colour of a value; values outside the scale get the colour of the nearest end. */
    public Color of(double value) {
        double at = Math.clamp((value - low) / (high - low), 0, 1) * (colours.size() - 1);
        int lower = Math.min(colours.size() - 2, (int) at);
        return mix(colours.get(lower), colours.get(lower + 1), at - lower);
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.rint(a.getRed() + share * (b.getRed() - a.getRed())),
                (int) Math.rint(a.getGreen() + share * (b.getGreen() - a.getGreen())),
                (int) Math.rint(a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }

    /**
     * Draws a colour bar with the values at its ends and its middle.
     *
     * @param form format of a value, such as {@code %+.1f}
     */
    public void legend(Canvas canvas, String form, String unit, double x, double y, double width) {
        for (int i = 0; i < STEPS; i++) {
            double value = low + (high - low) * (i + 0.5) / STEPS;
            canvas.fill(
                    new Rectangle2D.Double(x + i * width / STEPS, y, width / STEPS + 0.3, LEGEND_HEIGHT), of(value));
        }
        canvas.draw(new Rectangle2D.Double(x, y, width, LEGEND_HEIGHT), Color.GRAY, 0.5);
        double below = y + LEGEND_HEIGHT + 12;
        canvas.text(value(form, low), x, below, 10);
        canvas.textCentred(value(form, (low + high) / 2) + " " + unit, x + width / 2, below, 10);
        canvas.textEndingAt(value(form, high), x + width, below, 10);
    }

    private static String value(String form, double value) {
        return Math.abs(value) < 1e-9 ? "0" : String.format(Locale.ROOT, form, value);
    }
}
