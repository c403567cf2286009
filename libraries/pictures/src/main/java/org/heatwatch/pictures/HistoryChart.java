package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.state.FacilityState;

/** Draws the observations and states of several facilities as stacked plots with common axes. */
public final class HistoryChart {
    private static final int WIDTH = 720;
    private static final double LEFT = 58;
    private static final double PLOT_WIDTH = WIDTH - LEFT - 14;
    private static final double HEAD = 32;
    private static final double ROW = 112;
    private static final double NAME = 22;
    private static final double TIME = 24;
    private static final double EDGE = 0.006;
    private static final double BANNER_SIZE = 15;

    private final List<ChartedFacility> facilities;
    private final LocalDate from;
    private final LocalDate to;
    private final KelvinRange range;
    private final Canvas canvas;

    private HistoryChart(
            List<ChartedFacility> facilities, LocalDate from, LocalDate to, KelvinRange range, Canvas canvas) {
        this.facilities = facilities;
        this.from = from;
        this.to = to;
        this.range = range;
        this.canvas = canvas;
    }

    /**
     * Draws a chart as PNG, 720 points wide, two pixels to the point; 112 points high for each facility, and 110 more.
     *
     * @param facilities at least one
     * @param from first day that is shown
     * @param to last day that is shown, after the first; not after the day for which the histories were computed
     * @param warning warning that must be shown, such as "Simulated data"
     */
    public static byte[] png(
            List<ChartedFacility> facilities, LocalDate from, LocalDate to, String title, Optional<String> warning) {
        return chart(facilities, from, to, title, warning, (width, height) -> new Canvas(width, height))
                .canvas
                .png();
    }

    /** Draws the same chart as SVG with searchable text. */
    public static String svg(
            List<ChartedFacility> facilities, LocalDate from, LocalDate to, String title, Optional<String> warning) {
        return svg(facilities, from, to, title, warning, PictureLanguage.ENGLISH);
    }

    /** The same with names and texts in a language. */
    public static String svg(
            List<ChartedFacility> charted,
            LocalDate from,
            LocalDate to,
            String title,
            Optional<String> warning,
            PictureLanguage language) {
        List<ChartedFacility> facilities = charted.stream()
                .map(facility -> facility.named(language.code()))
                .toList();
        String names = facilities.stream().map(f -> f.feature().label()).collect(Collectors.joining(", "));
        String description = "%s from %s to %s: effective kelvin above the baseline, with standard errors%s"
                .formatted(names, from, to, warning.map(n -> ". " + n).orElse(""));
        return chart(facilities, from, to, title, warning, (width, height) -> Canvas.vector(width, height, language))
                .canvas
                .svg(title, description);
    }

    private static HistoryChart chart(
            List<ChartedFacility> facilities,
            LocalDate from,
            LocalDate to,
            String title,
            Optional<String> warning,
            CanvasFactory canvases) {
        if (facilities.isEmpty()) {
            throw new IllegalArgumentException("a chart needs at least one facility");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a chart must end after it begins: from %s to %s".formatted(from, to));
        }
        double above = warning.isPresent() ? WarningBanner.HEIGHT : 0;
        int height = (int) (above + HEAD + facilities.size() * ROW + TIME + ChartLegend.HEIGHT);
        Canvas canvas = canvases.of(WIDTH, height);
        HistoryChart chart = new HistoryChart(facilities, from, to, KelvinRange.of(facilities, from, to), canvas);
        warning.ifPresent(text -> WarningBanner.banner(chart.canvas, text, 0));
        chart.draw(above, title, warning);
        return chart;
    }

    private void draw(double above, String title, Optional<String> warning) {
        canvas.bold(title, 14, above + 22, 14);
        double top = above + HEAD;
        for (ChartedFacility facility : facilities) {
            row(facility, top, warning);
            top += ROW;
        }
        ChartLegend.draw(canvas, LEFT, top + TIME, kind());
    }

    /** The kind of reference that the states follow from. */
    private ReferenceKind kind() {
        return facilities.stream()
                        .flatMap(facility -> facility.changes().stream())
                        .allMatch(change -> change.state().isOf(ReferenceKind.IDLE))
                ? ReferenceKind.IDLE
                : ReferenceKind.OPERATING;
    }

    private void row(ChartedFacility facility, double top, Optional<String> warning) {
        Rectangle2D frame = new Rectangle2D.Double(LEFT, top + NAME, PLOT_WIDTH, ROW - NAME - 6);
        double days = ChronoUnit.DAYS.between(from, to);
        double edge = EDGE * days;
        Axes axes = new Axes(canvas, frame, -edge, days + edge, range.low(), range.high());
        ExcessPlot plot = new ExcessPlot(axes, from);
        String name = facility.feature().label();
        canvas.bold(name, LEFT, top + 16, 11);
        canvas.text(
                state(facility.currentState()), LEFT + canvas.textWidth(name, 11, /* bold= */ true) + 10, top + 16, 11);
        plot.shade(facility.changes(), to);
        warning.ifPresent(text -> WarningBanner.watermark(canvas, text, frame, BANNER_SIZE));
        range.ticks().forEach(kelvin -> axes.tickY(kelvin, KelvinRange.label(kelvin)));
        axes.line(axes.fromX(), 0, axes.toX(), 0, Color.GRAY, 1);
        axes.titleY("K");
        plot.observations(facility.observations(), to);
        canvas.draw(frame, Color.LIGHT_GRAY, 0.7);
        boolean isLast = facility.equals(facilities.getLast());
        for (TimeTicks.Tick tick : TimeTicks.between(from, to)) {
            axes.tickX(plot.day(tick.date()), isLast ? tick.label() : "");
        }
    }

    /** The state as of the day for which the history was computed, which may be after the end of the chart. */
    private static String state(PublishedState currentState) {
        PublishedObservation latest = currentState.latest();
        String seen = latest == null ? "" : ", last observed " + ExcessPlot.date(latest);
        return label(currentState.state()) + seen;
    }

    private static String label(FacilityState state) {
        return switch (state) {
            case STALE -> "STALE";
            case UNKNOWN -> "not observed yet";
            case UNCALIBRATED -> "not judged: too few observations in the reference period";
            case OFF, SUSPECT, ON, COOLING, UNCHANGED, FALLING, LOWER, RISING, HIGHER, RETURNING -> state.name();
        };
    }
}
