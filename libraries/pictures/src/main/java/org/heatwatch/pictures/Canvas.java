package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A white canvas to draw on, as pixels or as SVG. Coordinates are in points from the upper left corner. */
public final class Canvas {
    /** Colour of text. */
    public static final Color TEXT_COLOUR = new Color(0x333333);
    /** Colour of grid lines. */
    public static final Color FAINT = new Color(0xE3E3E3);

    private static final double RESOLUTION = 2;
    private static final double HALO = 3;
    private static final double HATCH_STEP = 7;

    private final int width;
    private final RenderBackend backend;
    private final PictureLanguage language;

    /** Creates a canvas of pixels, two per point. */
    public Canvas(int width, int height) {
        this(width, height, PictureLanguage.ENGLISH);
    }

    /** The same with texts in a language. */
    Canvas(int width, int height, PictureLanguage language) {
        this(width, height, RasterBackend.of(width, height, RESOLUTION), language);
    }

    /** Creates a canvas of pixels, with the given number of pixels per point. */
    static Canvas of(int width, int height, double resolution, PictureLanguage language) {
        return new Canvas(width, height, RasterBackend.of(width, height, resolution), language);
    }

    private Canvas(int width, int height, RenderBackend backend, PictureLanguage language) {
        this.width = width;
        this.backend = backend;
        this.language = language;
        fill(new Rectangle2D.Double(0, 0, width, height), Color.WHITE);
    }

    /** Creates a canvas that is saved as SVG. */
    static Canvas vector(int width, int height, PictureLanguage language) {
        return new Canvas(width, height, new SvgBackend(width, height), language);
    }

    int width() {
        return width;
    }

    /** Fills a shape. */
    public void fill(Shape shape, Color colour) {
        backend.fill(shape, colour);
    }

    /** Draws the outline of a shape; {@code dashes} alternates lengths of dashes and gaps, empty for a solid line. */
    public void draw(Shape shape, Color colour, double width, float... dashes) {
        backend.draw(shape, colour, width, dashes);
    }

    /** Draws a straight line. */
    public void line(double fromX, double fromY, double toX, double toY, Color colour, double width) {
        draw(new Line2D.Double(fromX, fromY, toX, toY), colour, width);
    }

    /** Hatches a shape with thin lines that rise to the right and continue across adjacent shapes. */
    void hatch(Shape shape, Color colour) {
        Rectangle2D bounds = shape.getBounds2D();
        within(shape, () -> {
            double first = Math.floor((bounds.getMinX() + bounds.getMinY()) / HATCH_STEP) * HATCH_STEP;
            for (double sum = first; sum <= bounds.getMaxX() + bounds.getMaxY(); sum += HATCH_STEP) {
                line(sum - bounds.getMaxY(), bounds.getMaxY(), sum - bounds.getMinY(), bounds.getMinY(), colour, 0.8);
            }
        });
    }

    /** Clips a drawing to a shape. */
    void within(Shape shape, Runnable drawing) {
        backend.within(shape, drawing);
    }

    /** Writes text that begins at x. */
    public void text(String text, double x, double y, double size) {
        backend.text(language.say(text), x, y, size, /* bold= */ false, TEXT_COLOUR);
    }

    /** Writes bold text that begins at x. */
    public void bold(String text, double x, double y, double size) {
        backend.text(language.say(text), x, y, size, /* bold= */ true, TEXT_COLOUR);
    }

    /** Writes text that ends at x. */
    void textEndingAt(String text, double x, double y, double size) {
        text(text, x - textWidth(text, size, /* bold= */ false), y, size);
    }

    /** Writes text that is centred at x. */
    void textCentred(String text, double x, double y, double size) {
        text(text, x - textWidth(text, size, /* bold= */ false) / 2, y, size);
    }

    /** Writes text that runs upwards, centred at a point. */
    void upright(String text, double x, double y, double size) {
        turned(-Math.PI / 2, x, y, () -> textCentred(text, x, y, size));
    }

    /** Rotates a drawing clockwise about a point, by radians. */
    void turned(double radians, double x, double y, Runnable drawing) {
        backend.turned(radians, x, y, drawing);
    }

    /** Writes text with a pale halo, which is legible on any background. */
    void label(String text, double x, double y, double size, boolean bold) {
        String translated = language.say(text);
        draw(GlyphOutlines.outline(translated, x, y, size, bold), new Color(255, 255, 255, 220), HALO);
        backend.text(translated, x, y, size, bold, Color.BLACK);
    }

    /** Writes bold text in a colour, centred at x. */
    void stamp(String text, double x, double y, double size, Color colour) {
        double half = textWidth(text, size, /* bold= */ true) / 2;
        backend.text(language.say(text), x - half, y, size, /* bold= */ true, colour);
    }

    /** The text, truncated with an ellipsis if it is wider than {@code width}. */
    String fitted(String text, double size, boolean bold, double width) {
        String kept = text;
        while (!kept.isEmpty() && textWidth(kept.equals(text) ? text : kept + "\u2026", size, bold) > width) {
            kept = kept.substring(0, kept.length() - 1).strip();
        }
        return kept.equals(text) ? text : kept + "\u2026";
    }

    /** The width of a text, in points. */
    double textWidth(String text, double size, boolean bold) {
        return GlyphOutlines.width(language.say(text), size, bold);
    }

    /** The pixels of the drawing; not copied. */
    BufferedImage image() {
        if (backend instanceof RasterBackend pixels) {
            return pixels.image();
        }
        throw new IllegalStateException("an SVG canvas has no pixels");
    }

    /** The drawing as the bytes of a PNG file. */
    public byte[] png() {
        if (backend instanceof RasterBackend pixels) {
            return pixels.png();
        }
        throw new IllegalStateException("an SVG canvas cannot be saved as PNG");
    }

    /**
     * The drawing as an SVG document.
     *
     * @param description alternative text for screen readers
     */
    String svg(String title, String description) {
        if (backend instanceof SvgBackend vector) {
            return vector.document(language.say(title), language.say(description));
        }
        throw new IllegalStateException("a canvas of pixels cannot be saved as SVG");
    }

    /** Writes the drawing to a PNG file. */
    public void write(Path file) throws IOException {
        Files.write(file, png());
    }
}
