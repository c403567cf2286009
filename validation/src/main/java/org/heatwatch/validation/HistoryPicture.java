package org.heatwatch.validation;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.pictures.Axes;
import org.heatwatch.pictures.ExcessPlot;
import org.heatwatch.pictures.Sheet;
import org.heatwatch.pictures.StateColours;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.StateChange;

/** One factory over the years: every look with its error, the state that follows, and the score. */
final class HistoryPicture {
    private static final int WIDTH = 760;
    private static final double LEFT = 66;
    private static final double PLOT_WIDTH = 676;
    private static final double LOWEST = -4;
    private static final double HIGHEST = 7;

    private final Sheet sheet = new Sheet(WIDTH, 520);
    private final RoofHistory roof;
    private final LocalDate from;
    private final LocalDate to;
    private final ExcessPlot plot;
    private final Axes excess;
    private final Axes score;

    private HistoryPicture(RoofHistory roof) {
        this.roof = roof;
        this.from = roof.looks().getFirst().acquisition().date().withDayOfYear(1);
        this.to = roof.looks().getLast().acquisition().date().plusDays(60);
        double days = day(to);
        excess = new Axes(sheet, new Rectangle2D.Double(LEFT, 62, PLOT_WIDTH, 260), 0, days, LOWEST, HIGHEST);
        plot = new ExcessPlot(excess, from);
        score = new Axes(sheet, new Rectangle2D.Double(LEFT, 346, PLOT_WIDTH, 120), 0, days, -5, 105);
    }

    /** Draws also from when to when the factory really was on. */
    static void write(RoofHistory roof, LocalDate onFrom, LocalDate onTo, Path file) throws IOException {
        new HistoryPicture(roof).draw(onFrom, onTo, file);
    }

    private double day(LocalDate date) {
        return ChronoUnit.DAYS.between(from, date);
    }

    private void draw(LocalDate onFrom, LocalDate onTo, Path file) throws IOException {
        sheet.bold("Looks of one factory, simulated: how much warmer than its idle self", LEFT, 20, 13);
        StateColours.legend(sheet, LEFT, 45, 11);
        plot.shade(StateChange.of(roof), to);
        axes();
        excess.bar(day(onFrom), LOWEST, day(onTo), LOWEST + 0.35, Color.BLACK);
        sheet.textAbout("truly on, by 3 K", excess.x((day(onFrom) + day(onTo)) / 2), excess.y(LOWEST + 0.55), 10);
        sheet.textAbout(
                "dormant years: what the idle self is learned from",
                excess.x((day(SimulatedSite.DORMANT.from()) + day(SimulatedSite.DORMANT.to())) / 2),
                excess.y(HIGHEST - 0.7),
                10);
        List<PublishedObservation> looks = PublishedObservation.of(roof);
        plot.looks(looks, to);
        looks.forEach(this::score);
        sheet.text(
                "Bars: one standard error. Orange: a score of 99 or more. Grey ticks: passes that showed nothing, under cloud.",
                LEFT,
                512,
                11);
        sheet.write(file);
    }

    private void axes() {
        for (int kelvin = -2; kelvin < HIGHEST; kelvin += 2) {
            excess.tickY(kelvin, kelvin == 0 ? "0" : "%+d".formatted(kelvin));
        }
        excess.line(0, 0, day(to), 0, Color.GRAY, 1);
        excess.titleY("effective kelvin");
        score.tickY(0, "0");
        score.tickY(50, "50");
        score.tickY(ExcessPlot.HOT_SCORE, "99");
        score.titleY("heat score");
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            double at = day(LocalDate.of(year, 1, 1));
            score.tickX(at, "%d".formatted(year));
        }
    }

    private void score(PublishedObservation look) {
        Double value = look.score();
        if (value != null) {
            LocalDate date = look.acquisition().date();
            score.dot(day(date), value, 2.6, ExcessPlot.colour(look));
        }
    }
}
