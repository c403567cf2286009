package org.heatwatch.local.story;

/** What a pass brings home. */
public enum Sky {
    CLEAR,
    PARTLY,
    OVERCAST,
    /** No product at all. */
    MISSING
}
