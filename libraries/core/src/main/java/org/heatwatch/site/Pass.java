package org.heatwatch.site;

/** Direction of an overpass: descending by day or ascending by night. */
public enum Pass {
    /** Descending, in daylight. */
    DAY,
    /** Ascending, at night. */
    NIGHT
}
