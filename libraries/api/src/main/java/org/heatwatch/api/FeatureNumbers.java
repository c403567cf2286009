package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.Standing;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/** A feature of a site for programs that draw it. */
final class FeatureNumbers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FeatureNumbers() {}

    /** Where it is and what is known of its outline; of what is watched also how it stands. */
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
        node.set("geometry", view.place(feature).json());
        if (feature.role() == Role.FACILITY || feature.role() == Role.CONTROL) {
            Standing standing = view.standing(feature);
            node.put("state", standing.state().name());
            node.put("seenAs", standing.seenAs().name());
            node.put("since", standing.since() == null ? null : standing.since().toString());
            node.set("latest", PublishedJson.of(standing.latest()));
            node.set("changes", changes(view, feature));
        }
        return node;
    }

    /** Days and the states that began on them. */
    static ArrayNode changes(PublishedSite view, Feature feature) {
        ArrayNode changes = NODES.arrayNode();
        view.charted(feature)
                .changes()
                .forEach(change -> changes.addArray()
                        .add(change.date().toString())
                        .add(change.state().name()));
        return changes;
    }
}
