package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.heatwatch.state.FacilityState;

/**
 * The colours of a facility's state: strong ones for outlines on maps, here and in KML, and pale ones behind its looks. The
 * dashboard, which has light and dark paper, gives each state its colours in {@code style.css}.
 */
public final class StateColours {
    /** The outline of a facility whose state is not known, or rests on earlier passes alone. */
    public static final Color UNSEEN = new Color(0x6B6B6B);

    private static final double BOX_WIDTH = 22;
    private static final double BOX_HEIGHT = 12;
    private static final double GAP = 18;

    private StateColours() {}

    /** The colour of an outline. */
    public static Color outline(FacilityState state) {
        return switch (state) {
            case OFF -> new Color(0x0072B2);
            case SUSPECT -> new Color(0xD9A400);
            case ON -> new Color(0xC2410C);
            case COOLING -> new Color(0x7B3FA0);
            case STALE, UNCALIBRATED, UNKNOWN -> UNSEEN;
        };
    }

    /** Empty where nothing is known that could be shown. */
    static Optional<Color> shade(FacilityState state) {
        return switch (state) {
            case OFF -> Optional.of(new Color(0xE4EEF5));
            case SUSPECT -> Optional.of(new Color(0xFBE3A6));
            case ON -> Optional.of(new Color(0xF4B183));
            case COOLING -> Optional.of(new Color(0xD9C3DF));
            case STALE -> Optional.of(new Color(0xCFCFCF));
            case UNCALIBRATED, UNKNOWN -> Optional.empty();
        };
    }

    /** Draws a box of each state with its name, in a line whose letters stand on y. */
    static void legend(Sheet sheet, double left, double y, double size) {
        double x = left;
        for (FacilityState state : FacilityState.values()) {
            Optional<Color> colour = shade(state);
            if (colour.isPresent()) {
                Rectangle2D box = new Rectangle2D.Double(x, y - BOX_HEIGHT + 2, BOX_WIDTH, BOX_HEIGHT);
                sheet.fill(box, colour.get());
                sheet.draw(box, Color.GRAY, 0.5);
                sheet.text(state.name(), x + BOX_WIDTH + 5, y, size);
                x += BOX_WIDTH + 5 + sheet.textWidth(state.name(), size, /* bold= */ false) + GAP;
            }
        }
    }
}
