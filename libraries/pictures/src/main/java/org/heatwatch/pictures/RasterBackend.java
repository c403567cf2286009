package org.heatwatch.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Renders to pixels, with text from the bundled font, so that pictures are the same on every machine. */
final class RasterBackend implements RenderBackend {
    private final BufferedImage image;
    private final Graphics2D graphics;

    private RasterBackend(BufferedImage image, Graphics2D graphics) {
        this.image = image;
        this.graphics = graphics;
    }

    /**
     * An image without content.
     *
     * @param width in points
     * @param height in points
     * @param resolution pixels per point
     */
    static RasterBackend of(int width, int height, double resolution) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(resolution * width),
                (int) Math.round(resolution * height),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(resolution, resolution);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return new RasterBackend(image, graphics);
    }

    @Override
    public void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    @Override
    public void draw(Shape shape, Color colour, double width, float... dashes) {
        graphics.setStroke(new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes.length == 0 ? null : dashes, 0));
        graphics.setColor(colour);
        graphics.draw(shape);
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Color colour) {
        fill(GlyphOutlines.outline(text, x, y, size, bold), colour);
    }

    @Override
    public void within(Shape shape, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(shape);
        drawing.run();
        graphics.setClip(before);
    }

    @Override
    public void turned(double radians, double x, double y, Runnable drawing) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(radians, x, y);
        drawing.run();
        graphics.setTransform(before);
    }

    BufferedImage image() {
        return image;
    }

    byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this JDK has no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture in memory", e);
        }
        return bytes.toByteArray();
    }
}
