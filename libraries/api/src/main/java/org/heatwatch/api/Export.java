package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heatwatch.announce.Outbox;

/** All features of a collection in one file, in the forms in which they come over HTTP. */
public final class Export {
    /** Where links in files lead to: nobody may be listening there. */
    private static final Addresses NOWHERE = new Addresses("http://127.0.0.1:8750");

    private Export() {}

    /** What can be exported. */
    public enum Of {
        FACILITIES,
        OBSERVATIONS,
        HOTSPOTS,
        ALERTS,
        SCENES
    }

    /** In which form. */
    public enum Format {
        CSV,
        GEOJSON,
        KML
    }

    /**
     * The features of a site.
     *
     * @param outbox has its alerts
     */
    public static byte[] of(PublishedSite view, Outbox outbox, Of what, Format format) {
        WatchCollection collection = WatchCollection.all(outbox).stream()
                .filter(one -> one.id().equals(what.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        List<Row> rows = collection
                .rows(view, Selection.ALL)
                .sorted(collection.order().comparator())
                .toList();
        return switch (format) {
            case CSV -> Csv.of(collection, rows);
            case KML -> FeatureKml.of(view.site().name() + ": " + collection.title(), rows);
            case GEOJSON -> geoJson(view, rows);
        };
    }

    private static byte[] geoJson(PublishedSite view, List<Row> rows) {
        ObjectNode head = JsonNodeFactory.instance
                .objectNode()
                .put("type", "FeatureCollection")
                .put("site", view.id())
                .put("asOf", view.asOf().orElseThrow().toString())
                .put("simulated", view.isSimulated());
        List<byte[]> features = new ArrayList<>();
        rows.forEach(row -> features.add(FeatureJson.of(row, NOWHERE)));
        return FeatureJson.collection(head, features);
    }
}
