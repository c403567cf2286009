package org.heatwatch.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** White paper to draw on, in points from the upper left; two pixels of the file for each. */
public final class Sheet {
    public static final Color INK = new Color(0x333333);
    public static final Color FAINT = new Color(0xE3E3E3);
    public static final String FONT = "DejaVu Sans";

    private static final int RESOLUTION = 2;
    private static final double HALO = 3;
    private static final double HATCH_STEP = 7;

    private final int width;
    private final BufferedImage image;
    private final Graphics2D graphics;

    public Sheet(int width, int height) {
        this.width = width;
        image = new BufferedImage(RESOLUTION * width, RESOLUTION * height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(RESOLUTION, RESOLUTION);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        fill(new Rectangle2D.Double(0, 0, width, height), Color.WHITE);
    }

    int width() {
        return width;
    }

    public void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    /** Draws a line of so many points; {@code dashes} are strokes and gaps in turns, none for a line without gaps. */
    public void draw(Shape shape, Color colour, double width, float... dashes) {
        graphics.setStroke(new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes.length == 0 ? null : dashes, 0));
        graphics.setColor(colour);
        graphics.draw(shape);
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
    public void within(Shape shape, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(shape);
        drawing.run();
        graphics.setClip(before);
    }

    /** Text that begins at x. */
    public void text(String text, double x, double y, double size) {
        text(text, x, y, font(text, size, Font.PLAIN), 0);
    }

    public void bold(String text, double x, double y, double size) {
        text(text, x, y, font(text, size, Font.BOLD), 0);
    }

    /** Text that ends at x. */
    public void textUntil(String text, double x, double y, double size) {
        text(text, x, y, font(text, size, Font.PLAIN), 1);
    }

    public void textAbout(String text, double x, double y, double size) {
        text(text, x, y, font(text, size, Font.PLAIN), 0.5);
    }

    /** Text that runs upwards about a place. */
    public void upright(String text, double x, double y, double size) {
        turned(-Math.PI / 2, x, y, () -> textAbout(text, x, y, size));
    }

    /** What is drawn is turned clockwise about a place, by radians. */
    void turned(double radians, double x, double y, Runnable drawing) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(radians, x, y);
        drawing.run();
        graphics.setTransform(before);
    }

    /** Text with a pale rim, to be read on any ground. */
    void label(String text, double x, double y, double size, boolean bold) {
        Font font = font(text, size, bold ? Font.BOLD : Font.PLAIN);
        Shape letters =
                font.createGlyphVector(graphics.getFontRenderContext(), text).getOutline((float) x, (float) y);
        draw(letters, new Color(255, 255, 255, 220), HALO);
        fill(letters, Color.BLACK);
    }

    /** Text about a place in a colour, bold. */
    void stamp(String text, double x, double y, double size, Color colour) {
        Font font = font(text, size, Font.BOLD);
        double half = textWidth(text, size, /* bold= */ true) / 2;
        fill(
                font.createGlyphVector(graphics.getFontRenderContext(), text).getOutline((float) (x - half), (float) y),
                colour);
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
        return graphics.getFontMetrics(font(text, size, bold ? Font.BOLD : Font.PLAIN))
                .stringWidth(text);
    }

    private void text(String text, double x, double y, Font font, double before) {
        graphics.setFont(font);
        graphics.setColor(INK);
        graphics.drawString(
                text, (float) (x - before * graphics.getFontMetrics().stringWidth(text)), (float) y);
    }

    /** Names may be in letters that our font lacks. */
    private static Font font(String text, double size, int style) {
        Font ours = new Font(FONT, style, 1);
        Font font = ours.canDisplayUpTo(text) < 0 ? ours : new Font(Font.SANS_SERIF, style, 1);
        return font.deriveFont((float) size);
    }

    /** What has been drawn so far, as the bytes of a PNG file. */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this JDK writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes a picture", e);
        }
        return bytes.toByteArray();
    }

    public void write(Path file) throws IOException {
        Files.write(file, png());
    }
}
