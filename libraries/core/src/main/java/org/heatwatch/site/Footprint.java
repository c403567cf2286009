package org.heatwatch.site;

import org.locationtech.jts.geom.Geometry;

/**
 * An outline on the ground: a valid polygon or multi-polygon. The geometries are shared: copy them before a change.
 *
 * @param lonLat in degrees (WGS 84), x is the longitude
 * @param utm the same outline in metres of the site's UTM zone
 */
public record Footprint(Geometry lonLat, Geometry utm) {

    /** Area in m2. */
    public double areaSquareMetres() {
        return utm.getArea();
    }
}
