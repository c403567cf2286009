package org.heatwatch.site.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Public maps that building outlines come from, with the position error that is assumed of their outlines. The errors
 * are defaults for maps drawn on satellite imagery, not measured; an analyst lowers them after a check.
 */
public enum MapSource {
    /** OpenStreetMap: drawn by people on imagery. */
    OPENSTREETMAP("openstreetmap", 15),
    /** Overture Maps: combined from OpenStreetMap, Microsoft, Google and Esri. */
    OVERTURE("overture", 20),
    /** Microsoft: recognised on imagery by a neural network. */
    MICROSOFT("microsoft", 20),
    /** Any other file. */
    OTHER("", 30);

    private static final Pattern OSM_ID = Pattern.compile("(node|way|relation)/\\d+");

    private final String code;
    private final int accuracyMetres;

    MapSource(String code, int accuracyMetres) {
        this.code = code;
        this.accuracyMetres = accuracyMetres;
    }

    /** The member {@code source} of features from this map; empty for other files, whose name is used. */
    public String code() {
        return code;
    }

    /** Assumed position error of the outlines in metres. */
    public int accuracyMetres() {
        return accuracyMetres;
    }

    /** The map that a feature comes from, by its members; empty if nothing shows it. */
    static Optional<MapSource> of(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        if (properties.has("@id")
                || properties.has("osm_id")
                || properties.has("osm_way_id")
                || OSM_ID.matcher(feature.path("id").asText()).matches()
                || OSM_ID.matcher(properties.path("id").asText()).matches()) {
            return Optional.of(OPENSTREETMAP);
        }
        if (properties.has("sources") && (properties.has("version") || properties.has("names"))) {
            return Optional.of(OVERTURE);
        }
        if ((properties.has("confidence") && properties.has("height")) || properties.has("capture_dates_range")) {
            return Optional.of(MICROSOFT);
        }
        return Optional.empty();
    }
}
