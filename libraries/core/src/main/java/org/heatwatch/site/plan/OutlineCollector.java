package org.heatwatch.site.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.site.OutlineReader;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Collects the outlines inside an area from the features of a file. */
final class OutlineCollector {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> IDS = List.of("@id", "osm_id", "osm_way_id", "id", "fid");
    private static final int LONGEST_NAME = 100;

    private final Envelope area;
    private final List<ImportedOutline> outlines = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int features;
    private int outside;
    private int notOutlines;
    private int defective;

    OutlineCollector(Envelope area) {
        this.area = area;
    }

    int features() {
        return features;
    }

    OutlineFile file(String name, MapSource source) {
        return new OutlineFile(name, source, outlines, features, outside, notOutlines, defective);
    }

    void add(JsonNode feature) {
        features++;
        if (!OutlineReader.isOutline(feature.path("geometry"))) {
            notOutlines++;
            return;
        }
        Optional<Geometry> read = OutlineReader.read(feature.path("geometry")).flatMap(OutlineCollector::valid);
        if (read.isEmpty()) {
            defective++;
            return;
        }
        if (!area.contains(read.get().getEnvelopeInternal())) {
            outside++;
            return;
        }
        Optional<String> id = id(feature);
        if (id.isEmpty() || ids.add(id.get())) {
            outlines.add(new ImportedOutline(id, name(feature.path("properties")), read.get()));
        }
    }

    /** A valid outline of the same area: maps contain outlines that cross themselves. */
    private static Optional<Geometry> valid(Geometry outline) {
        Geometry fixed = outline.isValid() ? outline : GeometryFixer.fix(outline);
        return fixed instanceof Polygonal && fixed.getArea() > 0 ? Optional.of(fixed) : Optional.empty();
    }

    private static Optional<String> id(JsonNode feature) {
        return IDS.stream()
                .map(member -> feature.path("properties").path(member))
                .filter(OutlineCollector::isText)
                .map(JsonNode::asText)
                .findFirst()
                .or(() -> Optional.of(feature.path("id"))
                        .filter(OutlineCollector::isText)
                        .map(JsonNode::asText));
    }

    /** The English name if there is one, since the pages and mails are in English, otherwise the local one. */
    private static Optional<String> name(JsonNode properties) {
        JsonNode names = object(properties.path("names"));
        return List.of(
                        properties.path("name:en"),
                        names.path("common").path("en"),
                        properties.path("name"),
                        names.path("primary"),
                        properties.path("names.primary"))
                .stream()
                .filter(OutlineCollector::isText)
                .map(name -> name.asText().strip())
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .findFirst();
    }

    /** GDAL writes an object as its JSON text. */
    private static JsonNode object(JsonNode node) {
        if (!node.isTextual()) {
            return node;
        }
        try {
            return MAPPER.readTree(node.asText());
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    private static boolean isText(JsonNode node) {
        return (node.isTextual() && !node.asText().isBlank()) || node.isIntegralNumber();
    }
}
