package org.heatwatch.landsat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.heatwatch.errors.BadNotification;

/**
 * Identifier of a Landsat 8 or 9 product of Collection 2, such as {@code LC08_L1TP_116034_20251104_20251104_02_RT}. Ids
 * change when a scene is reprocessed: identify scenes by their {@link #acquisition()}, not by product ids.
 *
 * <p>Source: USGS LSDS-1822 and LSDS-1328, Landsat 8-9 Collection 2 Level 1 and Level 2 Data Format Control Books.
 *
 * @param acquired UTC date of the acquisition
 * @param processed date of processing
 */
public record ProductId(
        Sensor sensor,
        Satellite satellite,
        Level level,
        WrsScene scene,
        LocalDate acquired,
        LocalDate processed,
        Tier tier)
        implements ProductName {

    /** The collection that this project reads. */
    static final String COLLECTION = "02";

    public ProductId {
        if (processed.isBefore(acquired)) {
            throw new IllegalArgumentException("processed on " + processed + ", before it was acquired on " + acquired);
        }
    }

    /**
     * Parses an id.
     *
     * @throws BadNotification if the id is malformed, with the malformed part, or is of another satellite or collection
     */
    public static ProductId parse(String id) {
        return switch (ProductName.parse(id)) {
            case ProductId product -> product;
            case OtherProduct other ->
                throw new BadNotification("product id '" + id + "'", other.reason(), "give a Landsat 8 or 9 product");
        };
    }

    /** The acquisition of which this is a product. */
    public Acquisition acquisition() {
        return new Acquisition(satellite, scene, acquired);
    }

    /** The rank among the products of the acquisition. */
    public ProductRank rank() {
        return new ProductRank(tier, level, processed);
    }

    /**
     * Why this product cannot be used: it lacks the thermal band, the cloud mask or precise geolocation. Empty if it
     * can be used.
     */
    public Optional<String> whyUnusable() {
        if (level == Level.L2SR) {
            return Optional.of("no thermal band: L2SR is surface reflectance only");
        }
        if (level == Level.L1GS) {
            return Optional.of("level L1GS is not corrected for terrain");
        }
        return switch (sensor) {
            case OLI_TIRS -> Optional.empty();
            case OLI -> Optional.of("no thermal band: recorded by OLI alone");
            case TIRS -> Optional.of("other sensor: recorded by TIRS alone, without the bands that detect clouds");
        };
    }

    /** The prefix of the product's files in the bucket, with a slash at the end. It follows from the id alone. */
    public String keyPrefix() {
        return "collection02/level-" + level.number() + "/standard/oli-tirs/" + acquired.getYear() + "/"
                + scene.pathText() + "/" + scene.rowText() + "/" + id() + "/";
    }

    /** The name of one of the product's files, for a suffix such as {@code B10.TIF} or {@code MTL.json}. */
    public String fileName(String suffix) {
        return id() + "_" + suffix;
    }

    @Override
    public String id() {
        return String.join(
                "_",
                "L" + sensor.letter() + satellite.number(),
                level.name(),
                scene.toString(),
                acquired.format(DateTimeFormatter.BASIC_ISO_DATE),
                processed.format(DateTimeFormatter.BASIC_ISO_DATE),
                COLLECTION,
                tier.name());
    }

    @Override
    public String toString() {
        return id();
    }
}
