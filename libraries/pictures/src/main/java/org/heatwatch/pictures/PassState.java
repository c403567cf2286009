package org.heatwatch.pictures;

import java.awt.Color;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.state.FacilityState;

/** State of a facility by one pass, as a map shows it; states that follow from earlier passes alone are excluded. */
enum PassState {
    ON("ON", StateColours.outline(FacilityState.ON)),
    SUSPECT("SUSPECT", StateColours.outline(FacilityState.SUSPECT)),
    COOLING("COOLING", StateColours.outline(FacilityState.COOLING)),
    OFF("OFF", StateColours.outline(FacilityState.OFF)),
    /** Visible, but the scene is unreliable or the facility has no baseline. */
    NOT_JUDGED("visible, not judged", Canvas.TEXT_COLOUR),
    /** Hidden, so that it may be on or off. */
    NOT_OBSERVED("not observed", StateColours.UNSEEN);

    private static final float[] SOLID = {};
    private static final float[] DASHES = {5, 4};
    private static final float[] DOTS = {1.5f, 2.5f};

    private final String label;
    private final Color colour;

    PassState(String label, Color colour) {
        this.label = label;
        this.colour = colour;
    }

    String label() {
        return label;
    }

    Color colour() {
        return colour;
    }

    float[] dashes() {
        return switch (this) {
            case ON, SUSPECT, COOLING, OFF -> SOLID;
            case NOT_JUDGED -> DOTS;
            case NOT_OBSERVED -> DASHES;
        };
    }

    /** The state by an observation: its own state if it was counted. */
    static PassState of(PublishedObservation observation) {
        if (!observation.counted()) {
            return observation.status() == ObservationStatus.NO_OBSERVATION ? NOT_OBSERVED : NOT_JUDGED;
        }
        return switch (observation.state()) {
            case ON -> ON;
            case SUSPECT -> SUSPECT;
            case COOLING -> COOLING;
            case OFF -> OFF;
            case UNCALIBRATED, UNKNOWN, STALE -> NOT_JUDGED;
        };
    }
}
