package org.heatwatch.site.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.landsat.SceneCoverage;
import org.heatwatch.site.Bounds;

/** Writes a site definition: one member of the collection and one feature per line, so that changes are readable. */
final class SiteText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SiteRequest request;
    private final String id;
    private final SiteArea area;

    SiteText(SiteRequest request, String id, SiteArea area) {
        this.request = request;
        this.id = id;
        this.area = area;
    }

    String of(List<ObjectNode> features) {
        ObjectNode members = NODES.objectNode()
                .put("type", "FeatureCollection")
                .put("id", id)
                .put("name", request.name())
                .put("utmZone", area.utm().epsg());
        members.set("scenes", scenes());
        members.set("reference", reference());
        Bounds bounds = area.bounds();
        members.putArray("bounds")
                .add(bounds.west())
                .add(bounds.south())
                .add(bounds.east())
                .add(bounds.north());
        StringBuilder text = new StringBuilder("{\n");
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            text.append("  \"")
                    .append(member.getKey())
                    .append("\": ")
                    .append(member.getValue())
                    .append(",\n");
        }
        return text.append("  \"features\": [\n")
                .append(features.stream().map(feature -> "    " + feature).collect(Collectors.joining(",\n")))
                .append("\n  ]\n}\n")
                .toString();
    }

    private ArrayNode scenes() {
        ArrayNode scenes = NODES.arrayNode();
        for (boolean byDay : new boolean[] {true, false}) {
            for (SceneCoverage coverage : SitePlanner.watched(area.scenes(), byDay)) {
                scenes.addObject()
                        .put("path", coverage.scene().path())
                        .put("row", coverage.scene().row())
                        .put("pass", byDay ? "day" : "night");
            }
        }
        return scenes;
    }

    /** The member {@code kind} is written only where it says more than the default, idle. */
    private ArrayNode reference() {
        boolean kinds = request.reference().stream().anyMatch(PlannedPeriod::operating);
        ArrayNode periods = NODES.arrayNode();
        for (PlannedPeriod period : request.reference()) {
            ObjectNode node = periods.addObject()
                    .put("from", period.from().toString())
                    .put("to", period.to().toString())
                    .put("weight", 1);
            if (kinds) {
                node.put("kind", period.operating() ? "operating" : "idle");
            }
        }
        return periods;
    }
}
