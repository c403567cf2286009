package org.heatwatch.validation;

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
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** White paper to draw on, in points from the upper left; two pixels of the file for each. */
final class Sheet {
    static final Color INK = PlotStyle.ink();
    static final Color FAINT = new Color(0xE3E3E3);

    private static final String FONT = "DejaVu Sans";
    private static final int RESOLUTION = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;

    Sheet(int width, int height) {
        image = new BufferedImage(RESOLUTION * width, RESOLUTION * height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(RESOLUTION, RESOLUTION);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        fill(new Rectangle2D.Double(0, 0, width, height), Color.WHITE);
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    void draw(Shape shape, Color colour, double width) {
        graphics.setStroke(new BasicStroke((float) width));
        graphics.setColor(colour);
        graphics.draw(shape);
    }

    void line(double fromX, double fromY, double toX, double toY, Color colour, double width) {
        draw(new Line2D.Double(fromX, fromY, toX, toY), colour, width);
    }

    /** What is drawn outside the shape does not show. */
    void within(Shape shape, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(shape);
        drawing.run();
        graphics.setClip(before);
    }

    /** Text that begins at x. */
    void text(String text, double x, double y, double size) {
        text(text, x, y, size, Font.PLAIN, 0);
    }

    void bold(String text, double x, double y, double size) {
        text(text, x, y, size, Font.BOLD, 0);
    }

    /** Text that ends at x. */
    void textUntil(String text, double x, double y, double size) {
        text(text, x, y, size, Font.PLAIN, 1);
    }

    void textAbout(String text, double x, double y, double size) {
        text(text, x, y, size, Font.PLAIN, 0.5);
    }

    /** Text that runs upwards about a place. */
    void upright(String text, double x, double y, double size) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        textAbout(text, x, y, size);
        graphics.setTransform(before);
    }

    private void text(String text, double x, double y, double size, int style, double before) {
        graphics.setFont(new Font(FONT, style, 1).deriveFont((float) size));
        graphics.setColor(INK);
        double width = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (x - before * width), (float) y);
    }

    void write(Path file) throws IOException {
        graphics.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this JDK writes no PNG");
        }
    }
}
