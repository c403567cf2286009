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

/** Marks on pixels. Letters are shapes of our own font, so that pictures are the same wherever they are drawn. */
final class PixelInk implements Ink {
    private final BufferedImage image;
    private final Graphics2D graphics;

    /** @param resolution pixels to the point */
    PixelInk(int width, int height, double resolution) {
        image = new BufferedImage(
                (int) Math.round(resolution * width),
                (int) Math.round(resolution * height),
                BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(resolution, resolution);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
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
        fill(Letters.outline(text, x, y, size, bold), colour);
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

    byte[] png() {
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
}
