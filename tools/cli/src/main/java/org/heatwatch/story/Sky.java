package org.heatwatch.story;

/** What a pass brings home. */
public enum Sky {
    CLEAR,
    PARTLY,
    OVERCAST,
    /** No product at all. */
    MISSING
}
