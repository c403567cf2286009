package org.heatwatch.landsat;

/** Quality tier of a product, from the worst to the best; the order is the one {@link ProductRank} compares by. */
public enum Tier {
    /** Real time: published within hours with preliminary calibration, removed once a tiered product exists. */
    RT,
    /** Tiered, but its geometry is not good enough for time series by itself. */
    T2,
    /** Registered to 12 m or better. */
    T1
}
