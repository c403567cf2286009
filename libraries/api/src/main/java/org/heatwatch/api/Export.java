package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.mail.Outbox;

/** Writes all features of a collection to one file, in the formats of the HTTP API. */
public final class Export {
    /** Base URL of links in exported files: the default address of {@code heatwatch serve}. */
    private static final Addresses LOCAL_SERVER = new Addresses("http://127.0.0.1:8750");

    private Export() {}

    /** The collections that can be exported. */
    public enum Collection {
        FACILITIES,
        OBSERVATIONS,
        HOTSPOTS,
        SOURCES,
        ACTIVITY,
        ALERTS,
        SCENES
    }

    /** File formats. */
    public enum Format {
        CSV,
        GEOJSON,
        KML,
        KMZ
    }

    /**
     * Exports the features of a site.
     *
     * @param outbox holds the alerts of the site
     */
    public static byte[] of(PublishedSite view, Outbox outbox, Collection what, Format format) {
        return of(view, outbox, what, format, row -> FeatureJson.of(row, LOCAL_SERVER));
    }

    /** The same without links and assets, which no server would answer beside published files. */
    static byte[] published(PublishedSite view, Outbox outbox, Collection what, Format format) {
        return of(view, outbox, what, format, FeatureJson::withoutLinks);
    }

    /** The alerts in a language, as GeoJSON. */
    static byte[] publishedAlerts(PublishedSite view, Outbox outbox, String language) {
        Arguments arguments = Arguments.of(
                Map.of(CommonParameters.LANGUAGE.name(), List.of(language)), List.of(CommonParameters.LANGUAGE));
        Selection selection = new Selection(arguments, TimeSpan.ALL, Optional.empty(), List.of(), Optional.empty());
        AlertCollection alerts = new AlertCollection(outbox);
        List<Row> rows =
                alerts.rows(view, selection).sorted(alerts.order().comparator()).toList();
        return geoJson(view, rows, FeatureJson::withoutLinks);
    }

    private static byte[] of(
            PublishedSite view, Outbox outbox, Collection what, Format format, Function<Row, byte[]> feature) {
        WatchCollection collection = WatchCollection.all(outbox, ClipHeaders.none()).stream()
                .filter(candidate -> candidate.id().equals(what.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        List<Row> rows = collection
                .rows(view, Selection.ALL)
                .sorted(collection.order().comparator())
                .toList();
        return switch (format) {
            case CSV -> Csv.of(collection, rows);
            case KML -> FeatureKml.kml(title(view, collection), rows);
            case KMZ -> FeatureKml.kmz(title(view, collection), rows);
            case GEOJSON -> geoJson(view, rows, feature);
        };
    }

    private static String title(PublishedSite view, WatchCollection collection) {
        return view.site().name() + ": " + collection.title();
    }

    private static byte[] geoJson(PublishedSite view, List<Row> rows, Function<Row, byte[]> feature) {
        ObjectNode head = JsonNodeFactory.instance
                .objectNode()
                .put("type", "FeatureCollection")
                .put("site", view.id())
                .put("asOf", view.asOf().orElseThrow().toString())
                .put("simulated", view.isSimulated());
        return FeatureJson.collection(head, rows.stream().map(feature).toList());
    }
}
