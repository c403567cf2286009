package org.heatwatch.pictures;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.state.FacilityState;

/** State of a facility by one pass, as a map shows it; states that follow from earlier passes alone are excluded. */
enum PassState {
    ON("ON", StateColours.outline(FacilityState.ON)),
    SUSPECT("SUSPECT", StateColours.outline(FacilityState.SUSPECT)),
    COOLING("COOLING", StateColours.outline(FacilityState.COOLING)),
    OFF("OFF", StateColours.outline(FacilityState.OFF)),
    UNCHANGED("UNCHANGED", StateColours.outline(FacilityState.UNCHANGED)),
    FALLING("FALLING", StateColours.outline(FacilityState.FALLING)),
    LOWER("LOWER", StateColours.outline(FacilityState.LOWER)),
    RISING("RISING", StateColours.outline(FacilityState.RISING)),
    HIGHER("HIGHER", StateColours.outline(FacilityState.HIGHER)),
    RETURNING("RETURNING", StateColours.outline(FacilityState.RETURNING)),
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

    /** The states that a facility can have after a comparison with a reference of a kind, and the lack of one. */
    static List<PassState> of(ReferenceKind kind) {
        Set<String> others = Arrays.stream(FacilityState.values())
                .filter(state -> !state.isOf(kind))
                .map(FacilityState::name)
                .collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(state -> !others.contains(state.name()))
                .toList();
    }

    String label() {
        return label;
    }

    Color colour() {
        return colour;
    }

    float[] dashes() {
        return switch (this) {
            case ON, SUSPECT, COOLING, OFF, UNCHANGED, FALLING, LOWER, RISING, HIGHER, RETURNING -> SOLID;
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
            case UNCHANGED -> UNCHANGED;
            case FALLING -> FALLING;
            case LOWER -> LOWER;
            case RISING -> RISING;
            case HIGHER -> HIGHER;
            case RETURNING -> RETURNING;
            case UNCALIBRATED, UNKNOWN, STALE -> NOT_JUDGED;
        };
    }
}
