package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.heatwatch.activity.IndexPeriod;
import org.heatwatch.activity.SeriesComparison;
import org.heatwatch.activity.SeriesComparison.Pair;
import org.jspecify.annotations.Nullable;

/** Draws the activity index of a site above a series from another source, with a common time axis. */
public final class ComparisonChart {
    private static final int WIDTH = 720;
    private static final double LEFT = 66;
    private static final double PLOT_WIDTH = WIDTH - LEFT - 14;
    private static final double HEAD = 32;
    private static final double PANEL = 150;
    private static final double TITLE = 22;
    private static final double FOOT = 62;
    private static final double BANNER_SIZE = 15;
    private static final double MOST_TICKS = 4;
    private static final double THOUSAND = 1000;
    private static final double MARGIN = 0.08;

    private final List<Pair> pairs;
    private final Canvas canvas;
    private final Optional<String> warning;

    private ComparisonChart(List<Pair> pairs, Canvas canvas, Optional<String> warning) {
        this.pairs = pairs;
        this.canvas = canvas;
        this.warning = warning;
    }

    /**
     * Draws a chart as PNG, 720 points wide, two pixels to the point.
     *
     * @param name of the other series
     * @param warning warning that must be shown, such as "Simulated data"
     */
    public static byte[] png(SeriesComparison comparison, String title, String name, Optional<String> warning) {
        return chart(comparison, title, name, warning, /* isVector= */ false).png();
    }

    /** Draws the same chart as SVG with searchable text. */
    public static String svg(SeriesComparison comparison, String title, String name, Optional<String> warning) {
        String description = "Activity index and %s%s"
                .formatted(name, warning.map(text -> ". " + text).orElse(""));
        return chart(comparison, title, name, warning, /* isVector= */ true).svg(title, description);
    }

    private static Canvas chart(
            SeriesComparison comparison, String title, String name, Optional<String> warning, boolean isVector) {
        double above = warning.isPresent() ? WarningBanner.HEIGHT : 0;
        int height = (int) (above + HEAD + 2 * PANEL + FOOT);
        Canvas canvas = isVector ? Canvas.vector(WIDTH, height, PictureLanguage.ENGLISH) : new Canvas(WIDTH, height);
        ComparisonChart chart = new ComparisonChart(comparison.pairs(), canvas, warning);
        warning.ifPresent(text -> WarningBanner.banner(canvas, text, 0));
        canvas.bold(title, 14, above + 22, 14);
        chart.index(above + HEAD);
        chart.panel(above + HEAD + PANEL, name, Pair::value, _ -> 0, 1, /* isLabelled= */ true);
        canvas.text(correlations(comparison), LEFT, above + HEAD + 2 * PANEL + 40, 11);
        return canvas;
    }

    private void index(double top) {
        panel(
                top,
                "Activity index, 1,000 K m\u00b2 above the reference period, with 1 standard error",
                pair -> known(pair.index().kelvinSquareMetres()),
                pair -> known(pair.index().standardError()),
                THOUSAND,
                /* isLabelled= */ false);
    }

    private static double known(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    /** Both coefficients with their intervals. */
    private static String correlations(SeriesComparison comparison) {
        return String.format(
                Locale.ROOT,
                "%d periods. Pearson %+.2f (95 %% interval %+.2f to %+.2f), Spearman %+.2f (%+.2f to %+.2f)",
                comparison.pairs().size(),
                comparison.pearson().value(),
                comparison.pearson().low(),
                comparison.pearson().high(),
                comparison.spearman().value(),
                comparison.spearman().low(),
                comparison.spearman().high());
    }

    private void panel(
            double top,
            String title,
            ToDoubleFunction<Pair> value,
            ToDoubleFunction<Pair> error,
            double unit,
            boolean isLabelled) {
        canvas.bold(title, LEFT, top + 16, 11);
        double low = pairs.stream()
                .mapToDouble(pair -> (value.applyAsDouble(pair) - error.applyAsDouble(pair)) / unit)
                .min()
                .orElse(0);
        double high = pairs.stream()
                .mapToDouble(pair -> (value.applyAsDouble(pair) + error.applyAsDouble(pair)) / unit)
                .max()
                .orElse(1);
        double margin = MARGIN * Math.max(high - low, 1e-9);
        Rectangle2D frame = new Rectangle2D.Double(LEFT, top + TITLE, PLOT_WIDTH, PANEL - TITLE - 8);
        double days = day(pairs.getLast().index().to()) + 1;
        Axes axes = new Axes(canvas, frame, 0, days, low - margin, high + margin);
        warning.ifPresent(text -> WarningBanner.watermark(canvas, text, frame, BANNER_SIZE));
        ticks(axes);
        for (Pair pair : pairs) {
            IndexPeriod period = pair.index();
            double level = value.applyAsDouble(pair) / unit;
            double half = error.applyAsDouble(pair) / unit;
            if (half > 0) {
                axes.bar(day(period.from()), level - half, day(period.to()) + 1, level + half, ActivityChart.INTERVAL);
            }
            axes.line(day(period.from()), level, day(period.to()) + 1, level, ActivityChart.ESTIMATE, 2.2);
        }
        canvas.draw(frame, Color.LIGHT_GRAY, 0.7);
        for (TimeTicks.Tick tick : TimeTicks.between(
                pairs.getFirst().index().from(), pairs.getLast().index().to())) {
            axes.tickX(day(tick.date()), isLabelled ? tick.label() : "");
        }
    }

    private static void ticks(Axes axes) {
        double step = RoundNumber.atLeast((axes.toY() - axes.fromY()) / MOST_TICKS);
        String form = step == Math.rint(step) ? "%,.0f" : "%.2g";
        for (double tick = Math.ceil(axes.fromY() / step) * step; tick <= axes.toY(); tick += step) {
            axes.tickY(tick, String.format(Locale.ROOT, form, tick));
        }
    }

    private double day(LocalDate date) {
        return ChronoUnit.DAYS.between(pairs.getFirst().index().from(), date);
    }
}
