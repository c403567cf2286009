package org.heatwatch.announce;

/** What can be said of one facility or place, each time at most once. */
public enum Topic {
    ON,
    OFF,
    SUSPECT,
    STALE,
    /** Hot in two passes, and no known outline explains it. */
    HOT_PLACE,
    DIGEST;

    /** Whether saying this ends what the other topic said, so that the other may be said again. */
    boolean isOppositeOf(Topic other) {
        return switch (this) {
            case OFF -> other == ON || other == SUSPECT;
            case ON -> other == OFF;
            case SUSPECT, STALE, HOT_PLACE, DIGEST -> false;
        };
    }
}
