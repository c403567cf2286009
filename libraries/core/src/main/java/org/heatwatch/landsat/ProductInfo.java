package org.heatwatch.landsat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.heatwatch.errors.BadNotification;
import org.heatwatch.errors.ProductUnreadable;

/**
 * General metadata of a product.
 *
 * @param acquiredAt time at the centre of the scene
 * @param sunElevationDegrees sun elevation at the centre of the scene, -90 to 90; negative at night
 * @param sceneSelectMirrorModel {@code TIRS_SSM_MODEL}, such as {@code PRELIMINARY} or {@code FINAL}; Landsat 9 has
 *     none
 * @param epsg the projection of the files, 32601 to 32660: Landsat uses the northern UTM zones south of the equator
 *     too, with negative northings
 * @param hasLowQuality whether USGS rates the quality of the thermal image below {@link #GOOD_QUALITY}
 */
public record ProductInfo(
        ProductId id,
        Instant acquiredAt,
        double sunElevationDegrees,
        Optional<String> sceneSelectMirrorModel,
        int epsg,
        boolean hasLowQuality) {

    /** The key of the quality of the thermal image: 9 is the best, 0 the worst, and -1 means that it is unknown. */
    static final String QUALITY = "IMAGE_QUALITY_TIRS";

    /** The lowest {@code IMAGE_QUALITY_TIRS} of an image without reservation. */
    static final int GOOD_QUALITY = 7;

    private static final int LAST_ZONE = 60;
    private static final int NORTHERN_ZONES = 32600;

    public ProductInfo {
        if (!(Math.abs(sunElevationDegrees) <= 90)) {
            throw new IllegalArgumentException("a sun elevation of " + sunElevationDegrees + " is outside -90..90");
        }
    }

    /** An image of good quality. */
    public ProductInfo(
            ProductId id,
            Instant acquiredAt,
            double sunElevationDegrees,
            Optional<String> sceneSelectMirrorModel,
            int epsg) {
        this(id, acquiredAt, sunElevationDegrees, sceneSelectMirrorModel, epsg, /* hasLowQuality= */ false);
    }

    /**
     * Reads the metadata of a level-1 or level-2 product.
     *
     * @throws ProductUnreadable if a value is missing or contradicts the product id, or the projection is not UTM
     */
    public static ProductInfo of(Metadata metadata) {
        ProductId id = id(metadata.group("PRODUCT_CONTENTS"));
        Metadata image = metadata.group("IMAGE_ATTRIBUTES");
        if (!image.text("DATE_ACQUIRED").equals(id.acquired().toString())) {
            throw image.notA("date of " + id, "DATE_ACQUIRED", image.text("DATE_ACQUIRED"), null);
        }
        return new ProductInfo(
                id,
                acquiredAt(image),
                sunElevation(image),
                image.find("TIRS_SSM_MODEL"),
                epsg(metadata.group("PROJECTION_ATTRIBUTES")),
                hasLowQuality(image));
    }

    /** Whether the thermal pointing is preliminary, so that reprocessing may shift the image. */
    public boolean hasPreliminaryPointing() {
        return sceneSelectMirrorModel.filter("PRELIMINARY"::equalsIgnoreCase).isPresent();
    }

    private static ProductId id(Metadata contents) {
        String key = "LANDSAT_PRODUCT_ID";
        try {
            return ProductId.parse(contents.text(key));
        } catch (BadNotification e) {
            throw contents.notA("Landsat 8 or 9 product id", key, contents.text(key), e);
        }
    }

    private static Instant acquiredAt(Metadata image) {
        String key = "SCENE_CENTER_TIME";
        try {
            return Instant.parse(image.text("DATE_ACQUIRED") + "T" + image.text(key));
        } catch (DateTimeParseException e) {
            throw image.notA("time of day", key, image.text(key), e);
        }
    }

    private static double sunElevation(Metadata image) {
        double degrees = image.number("SUN_ELEVATION");
        if (Math.abs(degrees) > 90) {
            throw image.notA("angle of -90 to 90 degrees", "SUN_ELEVATION", image.text("SUN_ELEVATION"), null);
        }
        return degrees;
    }

    private static boolean hasLowQuality(Metadata image) {
        if (image.find(QUALITY).isEmpty()) {
            return false;
        }
        int quality = image.integer(QUALITY);
        return quality >= 0 && quality < GOOD_QUALITY;
    }

    private static int epsg(Metadata projection) {
        if (!projection.text("MAP_PROJECTION").equals("UTM")) {
            throw projection.notA("supported projection", "MAP_PROJECTION", projection.text("MAP_PROJECTION"), null);
        }
        int zone = projection.integer("UTM_ZONE");
        if (zone < 1 || zone > LAST_ZONE) {
            throw projection.notA("UTM zone", "UTM_ZONE", projection.text("UTM_ZONE"), null);
        }
        return NORTHERN_ZONES + zone;
    }
}
