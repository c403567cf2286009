package org.heatwatch.api.cql;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A feature as a filter sees it. */
public interface FilteredFeature {
    /** A property: text, a number, a boolean, or an instant for a property of type time; null if it is unknown. */
    @Nullable
    Object value(String property);

    /** The geometry in degrees (CRS84). */
    Geometry geometry();
}
