package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.Standing;
import org.heatwatch.state.FacilityState;

/** Looks and states of several roofs one below the other, on the same days and the same kelvins. */
public final class HistoryChart {
    private static final int WIDTH = 720;
    private static final double LEFT = 58;
    private static final double PLOT_WIDTH = WIDTH - LEFT - 14;
    private static final double HEAD = 32;
    private static final double ROW = 112;
    private static final double NAME = 22;
    private static final double TIME = 24;
    private static final double EDGE = 0.006;
    private static final double NOTICE_SIZE = 15;

    private final List<ChartedFacility> facilities;
    private final LocalDate from;
    private final LocalDate to;
    private final KelvinRange range;
    private final Sheet sheet;

    private HistoryChart(
            List<ChartedFacility> facilities, LocalDate from, LocalDate to, double above, boolean isDrawing) {
        this.facilities = facilities;
        this.from = from;
        this.to = to;
        this.range = KelvinRange.of(facilities, from, to);
        int height = (int) (above + HEAD + facilities.size() * ROW + TIME + ChartLegend.HEIGHT);
        this.sheet = isDrawing ? Sheet.drawing(WIDTH, height) : new Sheet(WIDTH, height);
    }

    /**
     * Draws a chart as PNG, 720 points wide, two pixels to the point; 112 points high for each facility, and 110 more.
     *
     * @param facilities at least one
     * @param from first day that is shown
     * @param to last day that is shown, after the first; no later than the day that the histories were told of
     * @param notice what nobody may overlook, such as "Simulated data"
     */
    public static byte[] png(
            List<ChartedFacility> facilities, LocalDate from, LocalDate to, String title, Optional<String> notice) {
        return chart(facilities, from, to, title, notice, /* isDrawing= */ false)
                .sheet
                .png();
    }

    /** Draws the same chart as SVG, in which text is text. */
    public static String svg(
            List<ChartedFacility> facilities, LocalDate from, LocalDate to, String title, Optional<String> notice) {
        String names = facilities.stream().map(f -> f.feature().label()).collect(Collectors.joining(", "));
        String words = "%s from %s to %s: effective kelvin above idle, with standard errors%s"
                .formatted(names, from, to, notice.map(n -> ". " + n).orElse(""));
        return chart(facilities, from, to, title, notice, /* isDrawing= */ true)
                .sheet
                .svg(title, words);
    }

    private static HistoryChart chart(
            List<ChartedFacility> facilities,
            LocalDate from,
            LocalDate to,
            String title,
            Optional<String> notice,
            boolean isDrawing) {
        if (facilities.isEmpty()) {
            throw new IllegalArgumentException("a chart of nothing");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a chart from %s to %s".formatted(from, to));
        }
        double above = notice.isPresent() ? Notice.HEIGHT : 0;
        HistoryChart chart = new HistoryChart(facilities, from, to, above, isDrawing);
        notice.ifPresent(words -> Notice.band(chart.sheet, words, 0));
        chart.draw(above, title, notice);
        return chart;
    }

    private void draw(double above, String title, Optional<String> notice) {
        sheet.bold(title, 14, above + 22, 14);
        double top = above + HEAD;
        for (ChartedFacility facility : facilities) {
            row(facility, top, notice);
            top += ROW;
        }
        ChartLegend.draw(sheet, LEFT, top + TIME);
    }

    private void row(ChartedFacility facility, double top, Optional<String> notice) {
        Rectangle2D frame = new Rectangle2D.Double(LEFT, top + NAME, PLOT_WIDTH, ROW - NAME - 6);
        double days = ChronoUnit.DAYS.between(from, to);
        double edge = EDGE * days;
        Axes axes = new Axes(sheet, frame, -edge, days + edge, range.low(), range.high());
        ExcessPlot plot = new ExcessPlot(axes, from);
        String name = facility.feature().label();
        sheet.bold(name, LEFT, top + 16, 11);
        sheet.text(state(facility.standing()), LEFT + sheet.textWidth(name, 11, /* bold= */ true) + 10, top + 16, 11);
        plot.shade(facility.changes(), to);
        notice.ifPresent(words -> Notice.across(sheet, words, frame, NOTICE_SIZE));
        range.ticks().forEach(kelvin -> axes.tickY(kelvin, KelvinRange.label(kelvin)));
        axes.line(axes.fromX(), 0, axes.toX(), 0, Color.GRAY, 1);
        axes.titleY("K");
        plot.looks(facility.observations(), to);
        sheet.draw(frame, Color.LIGHT_GRAY, 0.7);
        boolean isLast = facility.equals(facilities.getLast());
        for (TimeTicks.Tick tick : TimeTicks.between(from, to)) {
            axes.tickX(plot.day(tick.date()), isLast ? tick.label() : "");
        }
    }

    /** As of the day that the history was told of, which may be later than the chart ends. */
    private static String state(Standing standing) {
        PublishedObservation latest = standing.latest();
        String seen = latest == null ? "" : ", last seen " + ExcessPlot.date(latest);
        return words(standing.state()) + seen;
    }

    private static String words(FacilityState state) {
        return switch (state) {
            case STALE -> "STALE";
            case UNKNOWN -> "not seen yet";
            case UNCALIBRATED -> "not judged: too few dormant looks";
            case OFF, SUSPECT, ON, COOLING -> state.name();
        };
    }
}
