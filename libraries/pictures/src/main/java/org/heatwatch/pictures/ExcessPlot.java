package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.StateChange;

/**
 * The looks at one roof over time with their standard errors, before the states that were made of them.
 *
 * @param axes days since {@code from}, and effective kelvin
 */
record ExcessPlot(Axes axes, LocalDate from) {
    /** From this score on a look is shown as hot: it alone makes a facility suspect. */
    static final double HOT_SCORE = 99;

    static final Color USUAL = new Color(0x0072B2);
    static final Color HOT = new Color(0xD55E00);
    static final Color NOT_COUNTED = new Color(0x9A9A9A);
    static final Color PASS = new Color(0x6E6E6E);
    static final double TICK = 5;

    private static final double DOT = 2.6;
    private static final double ERROR_BAR = 1.1;

    /** By its score, if it was scored. */
    static Color colour(PublishedObservation look) {
        Double score = look.score();
        return score != null && score >= HOT_SCORE ? HOT : USUAL;
    }

    double day(LocalDate date) {
        return ChronoUnit.DAYS.between(from, date);
    }

    /** Shades states until a day, on which the last of them still has to be known. */
    void shade(List<StateChange> changes, LocalDate until) {
        for (StateStretch stretch : StateStretch.of(changes, until)) {
            StateColours.shade(stretch.state())
                    .ifPresent(colour ->
                            axes.bar(day(stretch.from()), axes.fromY(), day(stretch.to()), axes.toY(), colour));
        }
    }

    /** Draws all looks up to a day. */
    void looks(List<PublishedObservation> looks, LocalDate until) {
        looks.stream()
                .filter(look -> !date(look).isBefore(from))
                .filter(look -> !date(look).isAfter(until))
                .forEach(this::draw);
    }

    static LocalDate date(PublishedObservation look) {
        return look.acquisition().date();
    }

    private void draw(PublishedObservation look) {
        double day = day(date(look));
        Double kelvin = look.effectiveKelvin();
        Double error = look.effectiveStandardError();
        if (kelvin != null && error != null) {
            Color colour = look.counted() ? colour(look) : NOT_COUNTED;
            axes.line(day, kelvin - error, day, kelvin + error, colour, ERROR_BAR);
            dot(axes.sheet(), axes.x(day), axes.y(kelvin), colour, look.provisional());
        } else if (look.status() == ObservationStatus.UNCALIBRATED) {
            cross(axes.sheet(), axes.x(day), axes.frame().getMaxY() - TICK);
        } else {
            tick(axes.sheet(), axes.x(day), axes.frame().getMaxY());
        }
    }

    /** A look that a better product may still change is open. */
    static void dot(Sheet sheet, double x, double y, Color colour, boolean isOpen) {
        Shape disc = Axes.disc(x, y, DOT);
        sheet.fill(disc, isOpen ? Color.WHITE : colour);
        sheet.draw(disc, colour, 1.2);
    }

    /** A pass that did not show the roof. */
    static void tick(Sheet sheet, double x, double bottom) {
        sheet.line(x, bottom - TICK, x, bottom, PASS, 1.2);
    }

    /** A pass that showed the roof, whose idle self was not known. */
    static void cross(Sheet sheet, double x, double y) {
        sheet.line(x - 2.2, y - 2.2, x + 2.2, y + 2.2, PASS, 1.2);
        sheet.line(x - 2.2, y + 2.2, x + 2.2, y - 2.2, PASS, 1.2);
    }
}
