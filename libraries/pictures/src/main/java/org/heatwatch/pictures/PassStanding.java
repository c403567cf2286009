package org.heatwatch.pictures;

import java.awt.Color;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.state.FacilityState;

/** What one pass made of a facility, as a map shows it. A state that rests on earlier passes alone is not among them. */
enum PassStanding {
    ON("ON", StateColours.outline(FacilityState.ON)),
    SUSPECT("SUSPECT", StateColours.outline(FacilityState.SUSPECT)),
    COOLING("COOLING", StateColours.outline(FacilityState.COOLING)),
    OFF("OFF", StateColours.outline(FacilityState.OFF)),
    /** Seen, but the scene is not to be trusted or the facility's idle self is not known. */
    NOT_JUDGED("seen, not judged", Sheet.INK),
    /** Hidden: it may be on or off. */
    NOT_OBSERVED("not observed", StateColours.UNSEEN);

    private static final float[] UNBROKEN = {};
    private static final float[] DASHES = {5, 4};
    private static final float[] DOTS = {1.5f, 2.5f};

    private final String words;
    private final Color colour;

    PassStanding(String words, Color colour) {
        this.words = words;
        this.colour = colour;
    }

    String words() {
        return words;
    }

    Color colour() {
        return colour;
    }

    float[] dashes() {
        return switch (this) {
            case ON, SUSPECT, COOLING, OFF -> UNBROKEN;
            case NOT_JUDGED -> DOTS;
            case NOT_OBSERVED -> DASHES;
        };
    }

    /** What a look says, by itself and by what it was weighed as. */
    static PassStanding of(PublishedObservation look) {
        if (!look.counted()) {
            return look.status() == ObservationStatus.NO_OBSERVATION ? NOT_OBSERVED : NOT_JUDGED;
        }
        return switch (look.state()) {
            case ON -> ON;
            case SUSPECT -> SUSPECT;
            case COOLING -> COOLING;
            case OFF -> OFF;
            case UNCALIBRATED, UNKNOWN, STALE -> NOT_JUDGED;
        };
    }
}
