package org.heatwatch.site.plan;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A building outline of a map.
 *
 * @param sourceId its id in the map, if it has one
 * @param name its name for people, if it has one
 * @param lonLat valid polygon or multi-polygon in degrees (WGS 84)
 */
public record ImportedOutline(Optional<String> sourceId, Optional<String> name, Geometry lonLat) {}
