package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.state.FacilityState;

/**
 * Colours of facility states: saturated ones for outlines on maps, here and in KML, and pale ones for the background of
 * charts. The dashboard, which has a light and a dark theme, defines its own in {@code style.css}.
 */
public final class StateColours {
    /** Outline of a facility whose state is unknown or STALE. */
    public static final Color UNSEEN = new Color(0x6B6B6B);

    private static final double BOX_WIDTH = 22;
    private static final double BOX_HEIGHT = 12;
    private static final double GAP = 18;

    private StateColours() {}

    /** The outline colour of a state. */
    public static Color outline(FacilityState state) {
        return switch (state) {
            case OFF -> new Color(0x0072B2);
            case SUSPECT, RISING -> new Color(0xD9A400);
            case UNCHANGED -> new Color(0x00795C);
            case FALLING -> new Color(0x3D8FC9);
            case LOWER -> new Color(0x0B3D91);
            case ON, HIGHER -> new Color(0xC2410C);
            case COOLING, RETURNING -> new Color(0x7B3FA0);
            case STALE, UNCALIBRATED, UNKNOWN -> UNSEEN;
        };
    }

    /** The background colour of a state; empty for states that charts do not show. */
    static Optional<Color> shade(FacilityState state) {
        return switch (state) {
            case OFF -> Optional.of(new Color(0xE4EEF5));
            case SUSPECT, RISING -> Optional.of(new Color(0xFBE3A6));
            case UNCHANGED -> Optional.of(new Color(0xDDEFE6));
            case FALLING -> Optional.of(new Color(0xCFE4F3));
            case LOWER -> Optional.of(new Color(0x9DB8DC));
            case ON, HIGHER -> Optional.of(new Color(0xF4B183));
            case COOLING, RETURNING -> Optional.of(new Color(0xD9C3DF));
            case STALE -> Optional.of(new Color(0xCFCFCF));
            case UNCALIBRATED, UNKNOWN -> Optional.empty();
        };
    }

    /**
     * Draws a coloured box with the name of each state, in one line with its baseline at y.
     *
     * @param kind the states are those that follow from a comparison with a reference of this kind
     */
    static void legend(Canvas canvas, double left, double y, double size, ReferenceKind kind) {
        double x = left;
        for (FacilityState state : FacilityState.values()) {
            Optional<Color> colour = shade(state);
            if (colour.isPresent() && state.isOf(kind)) {
                Rectangle2D box = new Rectangle2D.Double(x, y - BOX_HEIGHT + 2, BOX_WIDTH, BOX_HEIGHT);
                canvas.fill(box, colour.get());
                canvas.draw(box, Color.GRAY, 0.5);
                canvas.text(state.name(), x + BOX_WIDTH + 5, y, size);
                x += BOX_WIDTH + 5 + canvas.textWidth(state.name(), size, /* bold= */ false) + GAP;
            }
        }
    }
}
