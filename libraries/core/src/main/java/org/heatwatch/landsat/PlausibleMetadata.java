package org.heatwatch.landsat;

import java.util.Optional;
import org.heatwatch.errors.ProductUnreadable;

/**
 * Refuses metadata that cannot be true: calibration constants other than the published ones of the satellite, values
 * that contradict the product id, and images that cannot be used.
 *
 * <p>Sources of the constants: USGS LSDS-1822, Landsat 8-9 Collection 2 Level 1 Data Format Control Book, and
 * LSDS-1619, Landsat 8-9 Collection 2 Level 2 Science Product Guide. A key that is absent contradicts nothing.
 */
public final class PlausibleMetadata {

    /** Largest deviation of a constant from the published one, as a share; USGS may revise a calibration. */
    static final double TOLERANCE = 0.03;

    /** Largest roll of the satellite in degrees: ordinary images are taken within a hundredth of a degree of nadir. */
    static final double LARGEST_ROLL_DEGREES = 1;

    private static final double THERMAL_PIXEL_METRES = 30;

    private PlausibleMetadata() {}

    /**
     * Checks the metadata of a product.
     *
     * @throws ProductUnreadable that names the file, the key, its value and the expected value
     */
    public static void require(Metadata metadata, ProductId id) {
        identity(metadata, id);
        calibration(metadata, id.satellite());
        image(metadata);
    }

    private static void identity(Metadata metadata, ProductId id) {
        Metadata image = metadata.group("IMAGE_ATTRIBUTES");
        String satellite = "LANDSAT_" + Integer.parseInt(id.satellite().number());
        equal(image, "SPACECRAFT_ID", satellite, id);
        equal(image, "SENSOR_ID", id.sensor().name(), id);
        equal(image, "WRS_PATH", id.scene().path(), id);
        equal(image, "WRS_ROW", id.scene().row(), id);
        Metadata contents = metadata.group("PRODUCT_CONTENTS");
        equal(contents, "PROCESSING_LEVEL", id.level().name(), id);
        equal(contents, "COLLECTION_CATEGORY", id.tier().name(), id);
    }

    private static void equal(Metadata group, String key, String expected, ProductId id) {
        Optional<String> value = group.find(key);
        if (value.isPresent() && !value.get().equals(expected)) {
            throw group.other(key, "expected %s, as in the product id %s".formatted(expected, id));
        }
    }

    private static void equal(Metadata group, String key, int expected, ProductId id) {
        if (group.find(key).isPresent() && group.integer(key) != expected) {
            throw group.other(key, "expected %d, as in the product id %s".formatted(expected, id));
        }
    }

    private static void calibration(Metadata metadata, Satellite satellite) {
        ThermalRadiometry published = satellite.radiometry();
        Metadata rescaling = metadata.group("LEVEL1_RADIOMETRIC_RESCALING");
        Metadata constants = metadata.group("LEVEL1_THERMAL_CONSTANTS");
        close(rescaling, "RADIANCE_MULT_BAND_10", published.multiplier(), "published for " + satellite.text());
        close(rescaling, "RADIANCE_ADD_BAND_10", published.offset(), "published for " + satellite.text());
        close(constants, "K1_CONSTANT_BAND_10", published.k1(), "published for " + satellite.text());
        close(constants, "K2_CONSTANT_BAND_10", published.k2(), "published for " + satellite.text());
        metadata.findGroup(SurfaceTemperatureBand.GROUP).ifPresent(PlausibleMetadata::surfaceTemperature);
    }

    private static void surfaceTemperature(Metadata group) {
        Scaling published = SurfaceTemperatureBand.TEMPERATURE.scaling();
        String origin = "published for surface temperature";
        if (group.find("TEMPERATURE_MULT_BAND_ST_B10").isPresent()) {
            close(group, "TEMPERATURE_MULT_BAND_ST_B10", published.multiplier(), origin);
            close(group, "TEMPERATURE_ADD_BAND_ST_B10", published.offset(), origin);
        }
    }

    private static void close(Metadata group, String key, double expected, String origin) {
        if (!isClose(group.number(key), expected)) {
            throw group.other(
                    key,
                    "expected %s within %.0f %%, the value %s".formatted(number(expected), TOLERANCE * 100, origin));
        }
    }

    static boolean isClose(double value, double expected) {
        return Math.abs(value - expected) <= TOLERANCE * Math.abs(expected);
    }

    private static String number(double value) {
        return value < 0.01 ? "%.5E".formatted(value) : Double.toString(value);
    }

    private static void image(Metadata metadata) {
        Metadata image = metadata.group("IMAGE_ATTRIBUTES");
        if (image.find(ProductInfo.QUALITY).isPresent() && image.integer(ProductInfo.QUALITY) == 0) {
            throw image.other(ProductInfo.QUALITY, "expected 1 to 9: 0 is the worst quality");
        }
        if (image.find("NADIR_OFFNADIR").filter("OFFNADIR"::equals).isPresent()) {
            throw image.other("NADIR_OFFNADIR", "expected NADIR: the samples of an off-nadir image are larger");
        }
        if (image.find("ROLL_ANGLE").isPresent() && !(Math.abs(image.number("ROLL_ANGLE")) <= LARGEST_ROLL_DEGREES)) {
            throw image.other(
                    "ROLL_ANGLE",
                    "expected at most %.0f degree from nadir: the samples of an off-nadir image are larger"
                            .formatted(LARGEST_ROLL_DEGREES));
        }
        Metadata projection = metadata.group("PROJECTION_ATTRIBUTES");
        String size = "GRID_CELL_SIZE_THERMAL";
        if (projection.find(size).isPresent() && !isClose(projection.number(size), THERMAL_PIXEL_METRES)) {
            throw projection.other(size, "expected %.0f m".formatted(THERMAL_PIXEL_METRES));
        }
    }
}
