package org.heatwatch.story;

/** Cloud cover of a pass. */
public enum SkyCover {
    /** No clouds. */
    CLEAR,
    /** Some clouds. */
    PARTLY,
    /** Clouds everywhere. */
    OVERCAST,
    /** No image was acquired. */
    MISSING
}
