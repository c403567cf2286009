package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** White paper to draw on, in points from the upper left; on pixels or as a drawing. */
public final class Sheet {
    public static final Color INK = new Color(0x333333);
    public static final Color FAINT = new Color(0xE3E3E3);

    private static final double RESOLUTION = 2;
    private static final double HALO = 3;
    private static final double HATCH_STEP = 7;

    private final int width;
    private final Ink ink;

    /** Paper of pixels, two to the point. */
    public Sheet(int width, int height) {
        this(width, height, RESOLUTION);
    }

    /** Paper of pixels, so many to the point. */
    Sheet(int width, int height, double resolution) {
        this(width, height, new PixelInk(width, height, resolution));
    }

    private Sheet(int width, int height, Ink ink) {
        this.width = width;
        this.ink = ink;
        fill(new Rectangle2D.Double(0, 0, width, height), Color.WHITE);
    }

    /** Paper whose lines and letters are kept as such. */
    static Sheet drawing(int width, int height) {
        return new Sheet(width, height, new SvgInk(width, height));
    }

    int width() {
        return width;
    }

    public void fill(Shape shape, Color colour) {
        ink.fill(shape, colour);
    }

    /** Draws a line of so many points; {@code dashes} are strokes and gaps in turns, none for a line without gaps. */
    public void draw(Shape shape, Color colour, double width, float... dashes) {
        ink.draw(shape, colour, width, dashes);
    }

    public void line(double fromX, double fromY, double toX, double toY, Color colour, double width) {
        draw(new Line2D.Double(fromX, fromY, toX, toY), colour, width);
    }

    /** Fills a shape with thin lines that rise to the right; they meet where two shapes do. */
    void hatch(Shape shape, Color colour) {
        Rectangle2D bounds = shape.getBounds2D();
        within(shape, () -> {
            double first = Math.floor((bounds.getMinX() + bounds.getMinY()) / HATCH_STEP) * HATCH_STEP;
            for (double sum = first; sum <= bounds.getMaxX() + bounds.getMaxY(); sum += HATCH_STEP) {
                line(sum - bounds.getMaxY(), bounds.getMaxY(), sum - bounds.getMinY(), bounds.getMinY(), colour, 0.8);
            }
        });
    }

    /** What is drawn outside the shape does not show. */
    void within(Shape shape, Runnable drawing) {
        ink.within(shape, drawing);
    }

    /** Text that begins at x. */
    public void text(String text, double x, double y, double size) {
        ink.text(text, x, y, size, /* bold= */ false, INK);
    }

    public void bold(String text, double x, double y, double size) {
        ink.text(text, x, y, size, /* bold= */ true, INK);
    }

    /** Text that ends at x. */
    void textUntil(String text, double x, double y, double size) {
        text(text, x - textWidth(text, size, /* bold= */ false), y, size);
    }

    void textAbout(String text, double x, double y, double size) {
        text(text, x - textWidth(text, size, /* bold= */ false) / 2, y, size);
    }

    /** Text that runs upwards about a place. */
    void upright(String text, double x, double y, double size) {
        turned(-Math.PI / 2, x, y, () -> textAbout(text, x, y, size));
    }

    /** What is drawn is turned clockwise about a place, by radians. */
    void turned(double radians, double x, double y, Runnable drawing) {
        ink.turned(radians, x, y, drawing);
    }

    /** Text with a pale rim, to be read on any ground. */
    void label(String text, double x, double y, double size, boolean bold) {
        draw(Letters.outline(text, x, y, size, bold), new Color(255, 255, 255, 220), HALO);
        ink.text(text, x, y, size, bold, Color.BLACK);
    }

    /** Text about a place in a colour, bold. */
    void stamp(String text, double x, double y, double size, Color colour) {
        double half = textWidth(text, size, /* bold= */ true) / 2;
        ink.text(text, x - half, y, size, /* bold= */ true, colour);
    }

    /** The text, or as much of its beginning as is no wider. */
    String fitted(String text, double size, boolean bold, double width) {
        String kept = text;
        while (!kept.isEmpty() && textWidth(kept.equals(text) ? text : kept + "\u2026", size, bold) > width) {
            kept = kept.substring(0, kept.length() - 1).strip();
        }
        return kept.equals(text) ? text : kept + "\u2026";
    }

    /** In points. */
    double textWidth(String text, double size, boolean bold) {
        return Letters.width(text, size, bold);
    }

    /** What has been drawn so far, as the bytes of a PNG file. */
    public byte[] png() {
        if (ink instanceof PixelInk pixels) {
            return pixels.png();
        }
        throw new IllegalStateException("a drawing has no pixels");
    }

    /**
     * What has been drawn so far, as an SVG document.
     *
     * @param words for those who can't see it
     */
    String svg(String title, String words) {
        if (ink instanceof SvgInk drawing) {
            return drawing.document(title, words);
        }
        throw new IllegalStateException("pixels are no drawing");
    }

    public void write(Path file) throws IOException {
        Files.write(file, png());
    }
}
