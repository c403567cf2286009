package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.pictures.GeoTiffHeader;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a collection.
 *
 * @param id id, unique in the collection
 * @param collection the collection of the feature
 * @param place location
 * @param span time span in which the feature is valid
 * @param title title for readers
 * @param properties values by column name, in the order of the columns; null if unknown
 * @param links links other than to the feature itself and its collection
 * @param assets files of the feature, by key
 */
record Row(
        String id,
        WatchCollection collection,
        Place place,
        TimeSpan span,
        String title,
        Map<String, @Nullable Object> properties,
        List<Link> links,
        Map<String, Asset> assets) {

    /**
     * A link.
     *
     * @param path path relative to the landing page, or an absolute URL
     */
    record Link(String relation, String path, String type, String title) {}

    /**
     * A file.
     *
     * @param path path relative to the landing page, or an absolute URL
     * @param bands bands of a raster, in the order of the file; empty if it is none
     * @param header where the pixels of a raster lie; empty if it is none, or if that is not known
     */
    record Asset(
            String path,
            String type,
            String title,
            List<String> roles,
            List<Band> bands,
            Supplier<Optional<GeoTiffHeader>> header) {
        Asset(String path, String type, String title, List<String> roles) {
            this(path, type, title, roles, List.of(), Optional::empty);
        }
    }

    /**
     * A band of a raster, as the common metadata of STAC 1.1 describe it.
     *
     * @param dataType such as {@code uint16}
     * @param noData value of pixels without data; NaN is one
     * @param unit symbol of the unit of its values; empty if they have none
     */
    record Band(String name, String description, String dataType, double noData, String unit) {
        /** The bands of every raster of an excess. */
        static final List<Band> EXCESS = List.of(
                new Band("excess", "Excess over the background model, effective kelvin.", "float32", Double.NaN, "K"),
                new Band(
                        "standard_error",
                        "Standard error of the excess, effective kelvin.",
                        "float32",
                        Double.NaN,
                        "K"));
    }
}
