package org.heatwatch.landsat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.heatwatch.errors.BadNotice;

/**
 * Identifier of a Landsat 8 or 9 product of Collection 2, such as {@code LC08_L1TP_116034_20251104_20251104_02_RT}. Ids
 * change when a scene is processed again: key nothing on them but the product itself, and use {@link #acquisition()}.
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

    /** The only collection we read. */
    static final String COLLECTION = "02";

    public ProductId {
        if (processed.isBefore(acquired)) {
            throw new IllegalArgumentException("processed on " + processed + ", before it was acquired on " + acquired);
        }
    }

    /**
     * Reads an id.
     *
     * @throws BadNotice when it is malformed, with the part that is wrong, or of another satellite or collection
     */
    public static ProductId parse(String id) {
        return switch (ProductName.parse(id)) {
            case ProductId product -> product;
            case OtherProduct other ->
                throw new BadNotice("product id '" + id + "'", other.reason(), "give a Landsat 8 or 9 product");
        };
    }

    public Acquisition acquisition() {
        return new Acquisition(satellite, scene, acquired);
    }

    public ProductRank rank() {
        return new ProductRank(tier, level, processed);
    }

    /**
     * Why this product can give no surface reading, if it cannot: it lacks the thermal band, the cloud mask, or its exact
     * place on the ground.
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
            case TIRS -> Optional.of("other sensor: recorded by TIRS alone, without the bands that see cloud");
        };
    }

    /** The bucket prefix of the product's files, ending with a slash; derived from the id alone. */
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
