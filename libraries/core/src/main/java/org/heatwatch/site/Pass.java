package org.heatwatch.site;

/** Whether the satellite comes by day, descending, or by night, ascending. */
public enum Pass {
    DAY,
    NIGHT
}
