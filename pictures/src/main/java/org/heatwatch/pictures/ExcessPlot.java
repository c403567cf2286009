package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.history.LookOutcome;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.RoofLook;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.state.Look;

/**
 * The looks at one roof over time with their standard errors, before the states that were made of them.
 *
 * @param axes days since {@code from}, and effective kelvin
 */
public record ExcessPlot(Axes axes, LocalDate from) {
    /** From this score on a look is shown as hot: it alone makes a facility suspect. */
    public static final double HOT_SCORE = 99;

    static final Color USUAL = new Color(0x0072B2);
    static final Color HOT = new Color(0xD55E00);
    static final Color NOT_COUNTED = new Color(0x9A9A9A);
    static final Color PASS = new Color(0x6E6E6E);
    static final double TICK = 5;

    private static final double DOT = 2.6;
    private static final double ERROR_BAR = 1.1;

    public static Color colour(LookOutcome.Scored look) {
        return look.heat().score() >= HOT_SCORE ? HOT : USUAL;
    }

    public double day(LocalDate date) {
        return ChronoUnit.DAYS.between(from, date);
    }

    /** Shades the roof's states until a day, on which the last of them still has to be known. */
    public void shade(RoofHistory roof, LocalDate until) {
        for (StateStretch stretch : StateStretch.of(roof.track(), until)) {
            StateColours.shade(stretch.state())
                    .ifPresent(colour ->
                            axes.bar(day(stretch.from()), axes.fromY(), day(stretch.to()), axes.toY(), colour));
        }
    }

    /** Draws all looks up to a day. */
    public void looks(RoofHistory roof, LocalDate until) {
        Set<Acquisition> counted = roof.track().steps().stream()
                .filter(step -> step.evidence().look() instanceof Look.Valid)
                .map(step -> step.evidence().acquisition())
                .collect(Collectors.toSet());
        roof.looks().stream()
                .filter(look -> !look.acquisition().date().isBefore(from))
                .filter(look -> !look.acquisition().date().isAfter(until))
                .forEach(look -> draw(look, counted.contains(look.acquisition())));
    }

    private void draw(RoofLook look, boolean counts) {
        double day = day(look.acquisition().date());
        switch (look.outcome()) {
            case LookOutcome.Scored scored -> {
                Color colour = counts ? colour(scored) : NOT_COUNTED;
                double kelvin = scored.effectiveKelvin();
                double error = scored.standardError();
                axes.line(day, kelvin - error, day, kelvin + error, colour, ERROR_BAR);
                dot(axes.sheet(), axes.x(day), axes.y(kelvin), colour, look.isProvisional());
            }
            case LookOutcome.NoObservation _ ->
                tick(axes.sheet(), axes.x(day), axes.frame().getMaxY());
            case LookOutcome.Uncalibrated _ ->
                cross(axes.sheet(), axes.x(day), axes.frame().getMaxY() - TICK);
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
