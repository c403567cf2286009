package org.heatwatch.landsat;

/** Quality tier of a product, from the lowest to the highest, by which {@link ProductRank} compares. */
public enum Tier {
    /** Real time: published within hours with preliminary calibration, removed when a tiered product exists. */
    RT,
    /** Final, but with an image-to-image registration worse than 12 m. */
    T2,
    /** Final, with an image-to-image registration of 12 m or better. */
    T1
}
