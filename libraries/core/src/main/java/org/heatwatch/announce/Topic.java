package org.heatwatch.announce;

/** Type of an event that is announced, at most once per episode. */
public enum Topic {
    /** The facility is running. */
    ON,
    /** The facility stopped running. */
    OFF,
    /** The facility is warmer than usual, but not yet confirmed to be running. */
    SUSPECT,
    /** The facility was not observed for so long that its state is unknown. */
    STALE,
    /** A heat source that no known outline explains was hot in two passes. */
    HOT_PLACE,
    /** A heat source was found in the composite. */
    SOURCE,
    /** A heat source that was found in the composite is no longer warm. */
    SOURCE_ENDED,
    /** The facility became cooler than in its reference period: it stopped or slowed. */
    LOWER,
    /** The facility became warmer than in its reference period, in which it ran or may have run. */
    HIGHER,
    /** The facility is again as in its reference period, in which it ran or may have run. */
    UNCHANGED,
    /** The facility is cooler than in its reference period, but this is not yet confirmed. */
    FALLING,
    /** The facility is warmer than in its reference period, but this is not yet confirmed. */
    RISING,
    /** The weekly digest. */
    DIGEST;

    /** Whether an event of this topic ends an episode of another topic, so that the other may be announced again. */
    boolean isOppositeOf(Topic other) {
        return switch (this) {
            case OFF -> other == ON || other == SUSPECT;
            case ON -> other == OFF;
            case UNCHANGED -> other == LOWER || other == HIGHER || other == FALLING || other == RISING;
            case LOWER -> other == UNCHANGED || other == HIGHER || other == RISING;
            case HIGHER -> other == UNCHANGED || other == LOWER || other == FALLING;
            case SUSPECT, FALLING, RISING, STALE, HOT_PLACE, SOURCE, SOURCE_ENDED, DIGEST -> false;
        };
    }

    /** Whether events of this topic have a place instead of a feature. */
    public boolean isOfPlace() {
        return this == HOT_PLACE || isOfSource();
    }

    /** Whether events of this topic are of a heat source that was found in the composite. */
    public boolean isOfSource() {
        return this == SOURCE || this == SOURCE_ENDED;
    }
}
