package org.heatwatch.site;

import org.locationtech.jts.geom.Geometry;

/**
 * An outline on the ground, a valid polygon or multi-polygon. The geometries are shared: copy before changing.
 *
 * @param lonLat in degrees WGS 84, x = longitude
 * @param utm the same in metres of the site's zone
 */
public record Footprint(Geometry lonLat, Geometry utm) {

    public double areaSquareMetres() {
        return utm.getArea();
    }
}
