package org.heatwatch.simulator;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * Real Landsat 8 pixels at full resolution (public domain, unaltered), to compare simulations with.
 *
 * @param scene grid of the pixels, which covers just the window
 * @param digitalNumbers level-1 digital numbers, row by row
 * @param rotationPrior rotation of the native grid in degrees, as predicted by orbit and map projection
 */
public record RealWindow(SceneGrid scene, List<Integer> digitalNumbers, double rotationPrior) {

    /** Pixels of band 10 south of Mendoza in Argentina, path 232 row 083, 2016-02-09. */
    public static RealWindow mendoza() {
        return read("LC08_232083_20160209_B10_window.tif", 32619, 510495, -3650985, 13.08);
    }

    /** Pixels of band 11 of path 228 row 071; the acquisition date is unknown. */
    public static RealWindow band11() {
        return read("LC08_228071_B11_window.tif", 32721, 367395, 8250175, 11.90);
    }

    private static RealWindow read(String name, int epsg, double west, double north, double rotationPrior) {
        try (InputStream in = Objects.requireNonNull(RealWindow.class.getResourceAsStream(name), name)) {
            Raster raster = ImageIO.read(in).getRaster();
            int[] numbers = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
            double half = SceneGrid.PIXEL_METRES / 2;
            SceneGrid scene = new SceneGrid(epsg, west + half, north - half, raster.getWidth(), raster.getHeight());
            return new RealWindow(scene, Arrays.stream(numbers).boxed().toList(), rotationPrior);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }

    /** The digital numbers, row by row. */
    public int[] numbers() {
        return digitalNumbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
