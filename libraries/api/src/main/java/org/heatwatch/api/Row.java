package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a collection.
 *
 * @param id unique in its collection
 * @param collection that it is in
 * @param span when it was
 * @param title for people
 * @param properties by name, in the order of the collection's columns; null for what is not known
 * @param links to what belongs to it, beyond itself and its collection
 * @param assets files that belong to it, by key
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
     * Another page.
     *
     * @param path below the landing page, or a whole address
     */
    record Link(String relation, String path, String type, String title) {}

    /**
     * A file.
     *
     * @param path below the landing page, or a whole address
     */
    record Asset(String path, String type, String title, List<String> roles) {}
}
