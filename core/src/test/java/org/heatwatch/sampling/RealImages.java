package org.heatwatch.sampling;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;

/** The two real full-resolution images that the project ships. */
final class RealImages {
    static final double TALCA_ROTATION = 13.08;
    static final double SECOND_ROTATION = 11.90;

    private RealImages() {}

    /** Landsat 8 band 10, path 232 row 083, near Talca in Chile. */
    static ThermalImage talca() {
        return read("LC08_232083_20160209_B10_window.tif", 510495, -3650985);
    }

    /** Landsat 8 band 11, path 228 row 071. */
    static ThermalImage second() {
        return read("LC08_228071_B11_window.tif", 367395, 8250175);
    }

    private static ThermalImage read(String name, double west, double north) {
        try (InputStream in = Objects.requireNonNull(RealImages.class.getResourceAsStream(name), name)) {
            Raster raster = ImageIO.read(in).getRaster();
            double[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (double[]) null);
            boolean[] valid = new boolean[values.length];
            Arrays.fill(valid, true);
            return new ThermalImage(raster.getHeight(), raster.getWidth(), values, valid, west, north, 30);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
