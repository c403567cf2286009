package org.heatwatch.pictures;

import java.awt.Color;
import org.heatwatch.history.LookOutcome;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.RoofLook;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.state.Look;
import org.heatwatch.state.Step;

/** What one pass made of a facility, as a map shows it. A state that rests on earlier passes alone is not among them. */
enum Standing {
    ON("ON", new Color(0xC2410C)),
    SUSPECT("SUSPECT", new Color(0xD9A400)),
    COOLING("COOLING", new Color(0x7B3FA0)),
    OFF("OFF", new Color(0x0072B2)),
    /** Seen, but the scene is not to be trusted or the facility's idle self is not known. */
    NOT_JUDGED("seen, not judged", Sheet.INK),
    /** Hidden: it may be on or off. */
    NOT_OBSERVED("not observed", new Color(0x6B6B6B));

    private static final float[] UNBROKEN = {};
    private static final float[] DASHES = {5, 4};
    private static final float[] DOTS = {1.5f, 2.5f};

    private final String words;
    private final Color colour;

    Standing(String words, Color colour) {
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

    static Standing of(RoofHistory roof, Acquisition pass) {
        return roof.track().steps().stream()
                .filter(step -> step.evidence().acquisition().equals(pass))
                .map(step -> of(step, roof))
                .findFirst()
                .orElse(NOT_OBSERVED);
    }

    private static Standing of(Step step, RoofHistory roof) {
        return switch (step.evidence().look()) {
            case Look.Valid _ -> judged(step);
            case Look.Uncalibrated _ -> NOT_JUDGED;
            case Look.Absent _ -> wasSeen(roof, step.evidence().acquisition()) ? NOT_JUDGED : NOT_OBSERVED;
        };
    }

    private static Standing judged(Step step) {
        return switch (step.state()) {
            case ON -> ON;
            case SUSPECT -> SUSPECT;
            case COOLING -> COOLING;
            case OFF -> OFF;
            case UNCALIBRATED, UNKNOWN, STALE -> NOT_JUDGED;
        };
    }

    /** A look at a scene that is not to be trusted counts for nothing, and yet the place was seen. */
    private static boolean wasSeen(RoofHistory roof, Acquisition pass) {
        return roof.looks().stream()
                .filter(look -> look.acquisition().equals(pass))
                .map(RoofLook::outcome)
                .anyMatch(LookOutcome.Scored.class::isInstance);
    }
}
