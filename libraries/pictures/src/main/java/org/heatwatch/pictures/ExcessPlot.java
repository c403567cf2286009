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
 * Plots the observations of one facility over time with their standard errors, over a background that shows its states.
 *
 * @param axes horizontally days since {@code from}, vertically effective kelvin
 */
record ExcessPlot(Axes axes, LocalDate from) {
    /** An observation with at least this score is shown as hot: a single one makes a facility SUSPECT. */
    static final double HOT_SCORE = 99;

    static final Color USUAL = new Color(0x0072B2);
    static final Color HOT = new Color(0xD55E00);
    static final Color NOT_COUNTED = new Color(0x9A9A9A);
    static final Color PASS = new Color(0x6E6E6E);
    static final double TICK = 5;

    private static final double DOT = 2.6;
    private static final double ERROR_BAR = 1.1;

    /** The colour of an observation by its score. */
    static Color colour(PublishedObservation observation) {
        Double score = observation.score();
        return score != null && score >= HOT_SCORE ? HOT : USUAL;
    }

    double day(LocalDate date) {
        return ChronoUnit.DAYS.between(from, date);
    }

    /** Fills the background with the colours of the states up to a day; the last state must extend to it. */
    void shade(List<StateChange> changes, LocalDate until) {
        for (StateStretch stretch : StateStretch.of(changes, until)) {
            StateColours.shade(stretch.state())
                    .ifPresent(colour ->
                            axes.bar(day(stretch.from()), axes.fromY(), day(stretch.to()), axes.toY(), colour));
        }
    }

    /** Draws all observations up to a day. */
    void observations(List<PublishedObservation> observations, LocalDate until) {
        observations.stream()
                .filter(observation -> !date(observation).isBefore(from))
                .filter(observation -> !date(observation).isAfter(until))
                .forEach(this::draw);
    }

    static LocalDate date(PublishedObservation observation) {
        return observation.acquisition().date();
    }

    private void draw(PublishedObservation observation) {
        double day = day(date(observation));
        Double kelvin = observation.effectiveKelvin();
        Double error = observation.effectiveStandardError();
        if (kelvin != null && error != null) {
            Color colour = observation.counted() ? colour(observation) : NOT_COUNTED;
            axes.line(day, kelvin - error, day, kelvin + error, colour, ERROR_BAR);
            dot(axes.canvas(), axes.x(day), axes.y(kelvin), colour, observation.provisional());
        } else if (observation.status() == ObservationStatus.UNCALIBRATED) {
            cross(axes.canvas(), axes.x(day), axes.frame().getMaxY() - TICK);
        } else {
            tick(axes.canvas(), axes.x(day), axes.frame().getMaxY());
        }
    }

    /** Draws an observation; an open disc marks a provisional one. */
    static void dot(Canvas canvas, double x, double y, Color colour, boolean isOpen) {
        Shape disc = Axes.disc(x, y, DOT);
        canvas.fill(disc, isOpen ? Color.WHITE : colour);
        canvas.draw(disc, colour, 1.2);
    }

    /** Draws the symbol of a pass in which the facility was not visible. */
    static void tick(Canvas canvas, double x, double bottom) {
        canvas.line(x, bottom - TICK, x, bottom, PASS, 1.2);
    }

    /** Draws the symbol of an observation without a baseline. */
    static void cross(Canvas canvas, double x, double y) {
        canvas.line(x - 2.2, y - 2.2, x + 2.2, y + 2.2, PASS, 1.2);
        canvas.line(x - 2.2, y + 2.2, x + 2.2, y - 2.2, PASS, 1.2);
    }
}
