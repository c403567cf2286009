package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pixels of a picture, addressed in points. */
record Pixels(BufferedImage image) {
    private static final int RESOLUTION = 2;

    static Pixels of(byte[] png) {
        try {
            return new Pixels(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double width() {
        return (double) image.getWidth() / RESOLUTION;
    }

    double height() {
        return (double) image.getHeight() / RESOLUTION;
    }

    Color at(double x, double y) {
        return new Color(image.getRGB((int) (RESOLUTION * x), (int) (RESOLUTION * y)));
    }

    /** The number of pixels in a part of the picture that have exactly this colour. */
    int count(Color colour, Rectangle2D part) {
        int count = 0;
        for (int x = (int) (RESOLUTION * part.getMinX()); x < RESOLUTION * part.getMaxX(); x++) {
            for (int y = (int) (RESOLUTION * part.getMinY()); y < RESOLUTION * part.getMaxY(); y++) {
                count += image.getRGB(x, y) == colour.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    /** The number of pixels of a part that differ from another picture of the same size. */
    int differences(Pixels other, Rectangle2D part) {
        int count = 0;
        for (int x = (int) (RESOLUTION * part.getMinX()); x < RESOLUTION * part.getMaxX(); x++) {
            for (int y = (int) (RESOLUTION * part.getMinY()); y < RESOLUTION * part.getMaxY(); y++) {
                count += image.getRGB(x, y) == other.image.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
