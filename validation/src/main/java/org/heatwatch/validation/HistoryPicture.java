package org.heatwatch.validation;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.history.LookOutcome;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.RoofLook;
import org.heatwatch.pictures.Axes;
import org.heatwatch.pictures.Sheet;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.Transition;

/** One factory over the years: every look with its error, the state that follows, and the score. */
final class HistoryPicture {
    private static final int WIDTH = 760;
    private static final double LEFT = 66;
    private static final double PLOT_WIDTH = 676;
    private static final Color LOOK = new Color(0x0072B2);
    private static final Color HOT = new Color(0xD55E00);
    private static final double LOWEST = -4;
    private static final double HIGHEST = 7;
    private static final double SUSPECT = 99;

    private static final Map<FacilityState, Color> STATES = new EnumMap<>(Map.of(
            FacilityState.OFF, new Color(0xE4EEF5),
            FacilityState.SUSPECT, new Color(0xFBE3A6),
            FacilityState.ON, new Color(0xF4B183),
            FacilityState.COOLING, new Color(0xD9C3DF),
            FacilityState.STALE, new Color(0xCFCFCF)));

    private final Sheet sheet = new Sheet(WIDTH, 520);
    private final RoofHistory roof;
    private final LocalDate from;
    private final LocalDate to;
    private final Axes excess;
    private final Axes score;

    private HistoryPicture(RoofHistory roof) {
        this.roof = roof;
        this.from = roof.looks().getFirst().acquisition().date().withDayOfYear(1);
        this.to = roof.looks().getLast().acquisition().date().plusDays(60);
        double days = day(to);
        excess = new Axes(sheet, new Rectangle2D.Double(LEFT, 62, PLOT_WIDTH, 260), 0, days, LOWEST, HIGHEST);
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
        legend();
        shade();
        axes();
        excess.bar(day(onFrom), LOWEST, day(onTo), LOWEST + 0.35, Color.BLACK);
        sheet.textAbout("truly on, by 3 K", excess.x((day(onFrom) + day(onTo)) / 2), excess.y(LOWEST + 0.55), 10);
        sheet.textAbout(
                "dormant years: what the idle self is learned from",
                excess.x((day(SimulatedSite.DORMANT.from()) + day(SimulatedSite.DORMANT.to())) / 2),
                excess.y(HIGHEST - 0.7),
                10);
        roof.looks().forEach(this::look);
        sheet.text(
                "Bars: one standard error. Orange: a score of 99 or more. Grey ticks: passes that showed nothing, under cloud.",
                LEFT,
                512,
                11);
        sheet.write(file);
    }

    private void legend() {
        double x = LEFT;
        for (Map.Entry<FacilityState, Color> state : STATES.entrySet()) {
            Rectangle2D box = new Rectangle2D.Double(x, 34, 22, 13);
            sheet.fill(box, state.getValue());
            sheet.draw(box, Color.GRAY, 0.5);
            sheet.text(state.getKey().name(), x + 28, 45, 11);
            x += 110;
        }
    }

    private record Stretch(FacilityState state, LocalDate from, LocalDate to) {}

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        List<Transition> all = roof.track().transitions();
        for (int i = 0; i < all.size(); i++) {
            LocalDate end = i + 1 < all.size() ? all.get(i + 1).date() : to;
            stretches.add(new Stretch(all.get(i).to(), all.get(i).date(), end));
        }
        return stretches;
    }

    private void shade() {
        for (Stretch stretch : stretches()) {
            Color colour = STATES.get(stretch.state());
            if (colour != null) {
                excess.bar(day(stretch.from()), LOWEST, day(stretch.to()), HIGHEST, colour);
            }
        }
    }

    private void axes() {
        for (int kelvin = -2; kelvin < HIGHEST; kelvin += 2) {
            excess.tickY(kelvin, kelvin == 0 ? "0" : "%+d".formatted(kelvin));
        }
        excess.line(0, 0, day(to), 0, Color.GRAY, 1);
        excess.titleY("effective kelvin");
        score.tickY(0, "0");
        score.tickY(50, "50");
        score.tickY(SUSPECT, "99");
        score.titleY("heat score");
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            double at = day(LocalDate.of(year, 1, 1));
            score.tickX(at, "%d".formatted(year));
        }
    }

    private void look(RoofLook look) {
        double day = day(look.acquisition().date());
        switch (look.outcome()) {
            case LookOutcome.Scored scored -> {
                Color colour = scored.heat().score() >= SUSPECT ? HOT : LOOK;
                double kelvin = scored.effectiveKelvin();
                excess.line(day, kelvin - scored.standardError(), day, kelvin + scored.standardError(), colour, 1.1);
                excess.dot(day, kelvin, 2.6, colour);
                score.dot(day, scored.heat().score(), 2.6, colour);
            }
            case LookOutcome.NoObservation _ -> score.line(day, -5, day, 5, Color.GRAY, 1);
            case LookOutcome.Uncalibrated _ -> score.line(day, -5, day, 5, Color.GRAY, 1);
        }
    }
}
