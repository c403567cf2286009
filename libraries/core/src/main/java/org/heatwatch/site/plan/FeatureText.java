package org.heatwatch.site.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.heatwatch.publication.GeoJsonGeometry;
import org.heatwatch.site.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Writes features of a site definition. */
final class FeatureText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FeatureText() {}

    /** A building of a map; its id is that of the map or made from its position, and not one that was used before. */
    static ObjectNode of(BuildingSelection.Building building, Role role, OutlineFile file, SiteIds ids) {
        Coordinate centre = building.lonLat().getInteriorPoint().getCoordinate();
        String name = building.name().orElseGet(() -> "Building at " + SiteIds.position(centre.x, centre.y));
        ObjectNode feature = of(
                ids.unique(id(building)),
                name,
                role,
                file.sourceText(),
                file.source().accuracyMetres(),
                building.lonLat());
        building.sourceId()
                .ifPresent(
                        source -> ((ObjectNode) feature.path("properties")).put("note", "id in the source: " + source));
        return feature;
    }

    /** The id of a building before it is made unique. */
    static String id(BuildingSelection.Building building) {
        Coordinate centre = building.lonLat().getInteriorPoint().getCoordinate();
        return building.sourceId()
                .map(SiteIds::slug)
                .filter(slug -> !slug.isEmpty())
                .map(slug -> slug.matches("\\d+") ? "b-" + slug : slug)
                .orElseGet(() -> SiteIds.ofPosition(centre.x, centre.y));
    }

    static ObjectNode of(String id, String name, Role role, String source, int accuracyMetres, Geometry outline) {
        ObjectNode feature = NODES.objectNode().put("type", "Feature").put("id", id);
        feature.putObject("properties")
                .put("id", id)
                .put("name", name)
                .put("role", role.code())
                .put("source", source)
                .put("accuracyMetres", accuracyMetres)
                .put("verified", false);
        feature.set("geometry", GeoJsonGeometry.of(outline));
        return feature;
    }
}
