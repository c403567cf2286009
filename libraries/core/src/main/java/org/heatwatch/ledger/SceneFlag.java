package org.heatwatch.ledger;

/** Limitation of a scene. */
public enum SceneFlag {
    /** The thermal pointing is preliminary, so that reprocessing may shift the image. */
    PRELIMINARY_POINTING,
    /** The product covers the clipped area only in part. */
    PARTLY_COVERED,
    /** More than a fifth of the clear ground is snow, which changes the background. */
    SNOW,
    /** USGS rates the quality of the thermal image as low. */
    LOW_QUALITY
}
