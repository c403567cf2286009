package org.heatwatch.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.LookOutcome;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.RoofLook;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.publication.GeoJsonGeometry;
import org.heatwatch.site.Feature;

/**
 * A GeoJSON FeatureCollection (RFC 7946) of how facilities and controls stand, and of the latest pass's hot spots. Each feature
 * says by itself whether it is simulated: programs drop the members of collections.
 */
final class StandingGeoJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StandingGeoJson() {}

    static ObjectNode of(ToldSite told) {
        ObjectNode collection = NODES.objectNode().put("type", "FeatureCollection");
        collection.put("site", told.site().id());
        collection.put("asOf", told.history().asOf().toString());
        collection.put("simulated", told.site().presentation().simulated());
        ArrayNode features = collection.putArray("features");
        HistoryCommand.watched(told).forEach(roof -> features.add(feature(roof, told)));
        told.history().scenes().stream()
                .filter(scene -> scene.hotSpots().isPresent())
                .reduce((_, later) -> later)
                .map(scene -> hotSpots(scene, told))
                .ifPresent(features::addAll);
        return collection;
    }

    private static ObjectNode feature(RoofHistory roof, ToldSite told) {
        Feature f = roof.feature();
        ObjectNode node = NODES.objectNode().put("type", "Feature").put("id", f.id());
        node.set("geometry", GeoJsonGeometry.of(f.footprint().lonLat()));
        ObjectNode properties = node.putObject("properties")
                .put("id", f.id())
                .put("name", f.label())
                .put("role", f.role().code())
                .put("simulated", told.site().presentation().simulated())
                .put("verified", f.verified())
                .put("accuracyMetres", f.accuracyMetres())
                .put("state", roof.track().current().state().name())
                .put(
                        "since",
                        roof.track().current().since().map(Object::toString).orElse(null));
        Optional<RoofLook> seen = roof.looks().stream()
                .filter(look -> look.outcome() instanceof LookOutcome.Scored)
                .reduce((_, later) -> later);
        properties.put("seen", seen.map(l -> l.acquisition().id()).orElse(null));
        if (seen.isPresent() && seen.get().outcome() instanceof LookOutcome.Scored scored) {
            properties
                    .put("effectiveKelvin", scored.effectiveKelvin())
                    .put("effectiveStandardError", scored.standardError())
                    .put("score", scored.heat().score())
                    .put("confidence", LookRow.lower(scored.confidence()))
                    .put("provisional", seen.get().isProvisional())
                    .put("flags", String.join("; ", seen.get().flags()));
        }
        return node;
    }

    private static List<ObjectNode> hotSpots(SceneCheck scene, ToldSite told) {
        return HotSpotRow.of(scene, told.site()).stream()
                .map(row -> {
                    ObjectNode node = NODES.objectNode().put("type", "Feature");
                    node.putObject("geometry")
                            .put("type", "Point")
                            .putArray("coordinates")
                            .add(row.longitude())
                            .add(row.latitude());
                    node.putObject("properties")
                            .put("role", "hotspot")
                            .put("acquisition", row.acquisition())
                            .put("positionStandardErrorMetres", row.positionStandardErrorMetres())
                            .put("z", row.z())
                            .put("kelvinSquareMetres", row.kelvinSquareMetres())
                            .put("kelvinSquareMetresStandardError", row.kelvinSquareMetresStandardError())
                            .put("nearest", row.nearest())
                            .put("nearestMetres", row.nearestMetres())
                            .put("suspect", row.suspect())
                            .put("simulated", row.simulated());
                    return node;
                })
                .toList();
    }
}
