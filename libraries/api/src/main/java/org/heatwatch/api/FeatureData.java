package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.publication.StateChange;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/** Writes a feature of a site as JSON for clients that draw it. */
final class FeatureData {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FeatureData() {}

    /** The outline of a feature; for a facility or control also its current state and the changes of its state. */
    static ObjectNode of(PublishedSite view, Feature feature) {
        ObjectNode node = NODES.objectNode()
                .put("id", feature.id())
                .put("name", feature.name())
                .put("role", feature.role().code())
                .put("verified", feature.verified())
                .put("placeholder", Site.isPlaceholder(feature))
                .put("accuracyMetres", feature.accuracyMetres())
                .put("source", feature.source())
                .put("areaSquareMetres", Math.round(feature.footprint().areaSquareMetres()));
        if (!feature.names().isEmpty()) {
            ObjectNode names = node.putObject("names");
            new TreeMap<>(feature.names()).forEach(names::put);
        }
        node.set("geometry", view.place(feature).json());
        if (feature.role() == Role.FACILITY || feature.role() == Role.CONTROL) {
            addStates(node, view.charted(feature));
        }
        return node;
    }

    /** A facility, control or heat source with its current state and the changes of its state. */
    static ObjectNode of(PublishedSite view, ChartedFacility charted) {
        ObjectNode node = of(view, charted.feature());
        addStates(node, charted);
        return node;
    }

    private static void addStates(ObjectNode node, ChartedFacility charted) {
        PublishedState currentState = charted.currentState();
        node.put("state", currentState.state().name());
        node.put("seenAs", currentState.seenAs().name());
        node.put(
                "since",
                currentState.since() == null ? null : currentState.since().toString());
        node.set("latest", PublishedJson.of(currentState.latest()));
        node.set("changes", changes(charted.changes()));
    }

    /** Pairs of a day and the state that began on it, in ascending order. */
    static ArrayNode changes(PublishedSite view, Feature feature) {
        return changes(view.charted(feature).changes());
    }

    /** Pairs of a day and the state that began on it. */
    static ArrayNode changes(List<StateChange> ordered) {
        ArrayNode changes = NODES.arrayNode();
        ordered.forEach(change -> changes.addArray()
                .add(change.date().toString())
                .add(change.state().name()));
        return changes;
    }
}
