package org.heatwatch.ledger;

/** What a reader of a scene should bear in mind. */
public enum SceneFlag {
    /** The thermal pointing is preliminary, so that the image may shift in a later processing. */
    PRELIMINARY_POINTING,
    /** The product does not cover all that is clipped. */
    PARTLY_COVERED,
    /** More than a fifth of the clear ground is snow: the idle site looks different then. */
    SNOW
}
