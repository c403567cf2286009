package org.heatwatch.clip;

import java.util.Arrays;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.landsat.Metadata;
import org.heatwatch.landsat.ThermalRadiometry;

/** Refuses pixels that cannot be those of the product: of another grid, or of impossible temperatures. */
public final class PlausiblePixels {
    /** Lower than any cloud top that Landsat has observed, in kelvin. */
    public static final double LOWEST_KELVIN = 180;

    /** Higher than the temperature at which band 10 saturates, 368 K for Landsat 8 and 380 K for Landsat 9. */
    public static final double HIGHEST_KELVIN = 400;

    /**
     * Largest share of the covered pixels of a clip with temperatures outside of these limits. Fewer
     * are ignored one by one; more mean that the file or its calibration is wrong.
     */
    public static final double LARGEST_SHARE = 0.01;

    /** Smallest pixel of a file in metres. Files of larger pixels are decimated copies, whose grid is not resolved. */
    private static final double SMALLEST_PIXEL_METRES = 29;

    private static final double DELIVERED_PIXEL_METRES = 30;

    /** Largest distance of a pixel from the pixel grid of the metadata, in metres. */
    private static final double ALIGNMENT_METRES = 1;

    /** No coordinate of UTM in metres is larger. */
    private static final double LARGEST_COORDINATE = 1e8;

    private PlausiblePixels() {}

    /**
     * Checks the grid of a file against the metadata of its product.
     *
     * @param file name of the file, for the message
     * @param epsg projection according to the metadata
     * @throws ProductUnreadable if the projection, the size of the pixels or their position cannot be true
     */
    static void requireGrid(String file, RasterGrid grid, Metadata metadata, int epsg) {
        if (grid.epsg() != epsg) {
            throw unreadable(
                    file,
                    "its projection is EPSG:%d, expected EPSG:%d, as in the metadata".formatted(grid.epsg(), epsg));
        }
        if (Math.min(grid.pixelWidth(), grid.pixelHeight()) < SMALLEST_PIXEL_METRES) {
            throw unreadable(
                    file,
                    "its pixels are %s x %s m, expected %.0f m"
                            .formatted(grid.pixelWidth(), grid.pixelHeight(), DELIVERED_PIXEL_METRES));
        }
        Metadata projection = metadata.group("PROJECTION_ATTRIBUTES");
        String corner = "CORNER_UL_PROJECTION_";
        if (projection.find(corner + "X_PRODUCT").isPresent()
                && projection.find(corner + "Y_PRODUCT").isPresent()) {
            double east = projection.number(corner + "X_PRODUCT") - DELIVERED_PIXEL_METRES / 2;
            double north = projection.number(corner + "Y_PRODUCT") + DELIVERED_PIXEL_METRES / 2;
            requirePosition(file, grid, east, north);
        }
    }

    private static void requirePosition(String file, RasterGrid grid, double east, double north) {
        boolean isInside =
                grid.west() >= east - DELIVERED_PIXEL_METRES && grid.north() <= north + DELIVERED_PIXEL_METRES;
        boolean isDelivered =
                grid.pixelWidth() == DELIVERED_PIXEL_METRES && grid.pixelHeight() == DELIVERED_PIXEL_METRES;
        boolean isAligned =
                offset(grid.west() - east) <= ALIGNMENT_METRES && offset(grid.north() - north) <= ALIGNMENT_METRES;
        if (!isInside || (isDelivered && !isAligned)) {
            throw unreadable(
                    file,
                    ("its north-western corner is at %s E %s N, expected that of the metadata, %s E %s N, "
                                    + "or a whole number of pixels from it")
                            .formatted(metres(grid.west()), metres(grid.north()), metres(east), metres(north)));
        }
    }

    /** Whole metres, and powers of ten for what has hundreds of digits. */
    private static String metres(double coordinate) {
        return Math.abs(coordinate) < LARGEST_COORDINATE ? "%.0f".formatted(coordinate) : Double.toString(coordinate);
    }

    private static double offset(double metres) {
        return Math.abs(Math.IEEEremainder(metres, DELIVERED_PIXEL_METRES));
    }

    /**
     * Checks the temperatures of a clip.
     *
     * @throws ProductUnreadable if more than {@link #LARGEST_SHARE} of the covered pixels are outside of the limits
     */
    static void requireTemperatures(Clip clip) {
        double[] kelvin = new double[clip.grid().pixels()];
        int covered = 0;
        int outside = 0;
        for (int p = 0; p < kelvin.length; p++) {
            if (clip.isCovered(p)) {
                kelvin[covered++] =
                        clip.radiometry().brightnessTemperature(Math.max(Double.MIN_NORMAL, clip.radiance(p)));
                outside += clip.isPlausible(p) ? 0 : 1;
            }
        }
        if (outside > LARGEST_SHARE * covered) {
            Arrays.sort(kelvin, 0, covered);
            throw unreadable(
                    clip.product().id().id(),
                    ("%.1f %% of the pixels at the site have brightness temperatures outside the expected "
                                    + "%.0f to %.0f K (median %.1f K)")
                            .formatted(100.0 * outside / covered, LOWEST_KELVIN, HIGHEST_KELVIN, kelvin[covered / 2]));
        }
    }

    /** The limits as radiances in W/(m2 sr um). */
    static double lowestRadiance(ThermalRadiometry radiometry) {
        return radiometry.radianceAt(LOWEST_KELVIN);
    }

    static double highestRadiance(ThermalRadiometry radiometry) {
        return radiometry.radianceAt(HIGHEST_KELVIN);
    }

    private static ProductUnreadable unreadable(String file, String problem) {
        return new ProductUnreadable(file, problem, "fetch the product again");
    }
}
