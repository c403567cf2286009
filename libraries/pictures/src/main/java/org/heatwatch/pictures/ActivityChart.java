package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.heatwatch.source.ActivityQuarter;
import org.jspecify.annotations.Nullable;

/** Draws the number of buildings in use in each quarter with its interval, and the total excess of the heat sources. */
public final class ActivityChart {
    static final Color INTERVAL = new Color(0xB9D7EA);
    static final Color ESTIMATE = new Color(0x0072B2);
    static final Color FOUND = new Color(0xD55E00);

    private static final int WIDTH = 720;
    private static final double LEFT = 66;
    private static final double PLOT_WIDTH = WIDTH - LEFT - 14;
    private static final double HEAD = 32;
    private static final double UPPER = 190;
    private static final double LOWER = 110;
    private static final double TITLE = 22;
    private static final double FOOT = 62;
    private static final double BANNER_SIZE = 15;
    private static final double MOST_TICKS = 4;
    private static final double THOUSAND = 1000;

    private final List<ActivityQuarter> quarters;
    private final Canvas canvas;

    private ActivityChart(List<ActivityQuarter> quarters, Canvas canvas) {
        this.quarters = quarters;
        this.canvas = canvas;
    }

    /**
     * Draws a chart as PNG, 720 points wide, two pixels to the point.
     *
     * @param quarters at least one, in order
     * @param warning warning that must be shown, such as "Simulated data"
     */
    public static byte[] png(List<ActivityQuarter> quarters, String title, Optional<String> warning) {
        return png(quarters, title, warning, PictureLanguage.ENGLISH);
    }

    /** The same with texts in a language. */
    public static byte[] png(
            List<ActivityQuarter> quarters, String title, Optional<String> warning, PictureLanguage language) {
        return chart(quarters, title, warning, (width, height) -> new Canvas(width, height, language))
                .canvas
                .png();
    }

    /** Draws the same chart as SVG with searchable text. */
    public static String svg(List<ActivityQuarter> quarters, String title, Optional<String> warning) {
        return svg(quarters, title, warning, PictureLanguage.ENGLISH);
    }

    /** The same with texts in a language. */
    public static String svg(
            List<ActivityQuarter> quarters, String title, Optional<String> warning, PictureLanguage language) {
        String description = "Buildings in use in each quarter from %s to %s, with 90 %% intervals%s"
                .formatted(
                        quarters.getFirst().from(),
                        quarters.getLast().to(),
                        warning.map(text -> ". " + text).orElse(""));
        return chart(quarters, title, warning, (width, height) -> Canvas.vector(width, height, language))
                .canvas
                .svg(title, description);
    }

    private static ActivityChart chart(
            List<ActivityQuarter> quarters, String title, Optional<String> warning, CanvasFactory canvases) {
        if (quarters.isEmpty()) {
            throw new IllegalArgumentException("a chart needs at least one quarter");
        }
        double above = warning.isPresent() ? WarningBanner.HEIGHT : 0;
        int height = (int) (above + HEAD + UPPER + LOWER + FOOT);
        Canvas canvas = canvases.of(WIDTH, height);
        ActivityChart chart = new ActivityChart(quarters, canvas);
        warning.ifPresent(text -> WarningBanner.banner(canvas, text, 0));
        canvas.bold(title, 14, above + 22, 14);
        chart.buildings(above + HEAD, warning);
        chart.amount(above + HEAD + UPPER, warning);
        chart.legend(above + HEAD + UPPER + LOWER + 36);
        return chart;
    }

    private void buildings(double top, Optional<String> warning) {
        canvas.bold("Buildings in use", LEFT, top + 16, 11);
        Axes axes = axes(top, UPPER, 1, ActivityQuarter::buildings, ActivityQuarter::buildingsHigh);
        frame(axes, warning);
        for (ActivityQuarter quarter : quarters) {
            Double low = quarter.buildingsLow();
            Double high = quarter.buildingsHigh();
            if (low != null && high != null) {
                axes.bar(start(quarter), low, end(quarter), high, INTERVAL);
            }
            level(axes, quarter, quarter.buildings(), ESTIMATE, 2.2);
            if (quarter.overpasses() > 0) {
                level(axes, quarter, (double) quarter.found(), FOUND, 1.2);
            }
        }
        finish(axes, /* isLabelled= */ false);
    }

    private void amount(double top, Optional<String> warning) {
        canvas.bold("Total excess of the heat sources, 1,000 K m\u00b2", LEFT, top + 16, 11);
        Axes axes =
                axes(top, LOWER, THOUSAND, ActivityQuarter::kelvinSquareMetres, ActivityQuarter::kelvinSquareMetres);
        frame(axes, warning);
        for (ActivityQuarter quarter : quarters) {
            Double amount = quarter.kelvinSquareMetres();
            Double error = quarter.kelvinSquareMetresStandardError();
            if (amount != null && error != null) {
                double low = (amount - error) / THOUSAND;
                axes.bar(start(quarter), low, end(quarter), (amount + error) / THOUSAND, INTERVAL);
                level(axes, quarter, amount / THOUSAND, ESTIMATE, 2.2);
            }
        }
        finish(axes, /* isLabelled= */ true);
    }

    private Axes axes(
            double top,
            double height,
            double unit,
            Function<ActivityQuarter, @Nullable Double> value,
            Function<ActivityQuarter, @Nullable Double> high) {
        double most = DoubleStream.concat(values(value), values(high)).max().orElse(0) / unit;
        Rectangle2D frame = new Rectangle2D.Double(LEFT, top + TITLE, PLOT_WIDTH, height - TITLE - 8);
        return new Axes(canvas, frame, 0, day(quarters.getLast().to()) + 1, 0, Math.max(1, 1.12 * most));
    }

    private DoubleStream values(Function<ActivityQuarter, @Nullable Double> value) {
        return quarters.stream()
                .flatMap(quarter -> Optional.ofNullable(value.apply(quarter)).stream())
                .mapToDouble(Double::doubleValue);
    }

    /** Hatches the quarters of which nothing is known. */
    private void frame(Axes axes, Optional<String> warning) {
        warning.ifPresent(text -> WarningBanner.watermark(canvas, text, axes.frame(), BANNER_SIZE));
        double step = RoundNumber.atLeast(axes.toY() / MOST_TICKS);
        for (double value = 0; value <= axes.toY(); value += step) {
            axes.tickY(value, String.format(Locale.ROOT, step == Math.rint(step) ? "%.0f" : "%.1f", value));
        }
        quarters.stream().filter(quarter -> quarter.buildings() == null).forEach(quarter -> {
            Rectangle2D gap = new Rectangle2D.Double(
                    axes.x(start(quarter)),
                    axes.frame().getY(),
                    axes.x(end(quarter)) - axes.x(start(quarter)),
                    axes.frame().getHeight());
            canvas.hatch(gap, HeatMapPicture.HATCH);
        });
    }

    private void level(Axes axes, ActivityQuarter quarter, @Nullable Double value, Color colour, double width) {
        if (value != null) {
            axes.line(start(quarter), value, end(quarter), value, colour, width);
        }
    }

    private void finish(Axes axes, boolean isLabelled) {
        canvas.draw(axes.frame(), Color.LIGHT_GRAY, 0.7);
        LocalDate first = quarters.getFirst().from();
        for (TimeTicks.Tick tick : TimeTicks.between(first, quarters.getLast().to())) {
            axes.tickX(day(tick.date()), isLabelled ? tick.label() : "");
        }
    }

    private void legend(double y) {
        double x = LEFT;
        canvas.fill(new Rectangle2D.Double(x, y - 9, 22, 11), INTERVAL);
        canvas.line(x, y - 3.5, x + 22, y - 3.5, ESTIMATE, 2.2);
        x = after("estimate with 90 % interval (below: 1 standard error)", x, y);
        canvas.line(x, y - 3.5, x + 22, y - 3.5, FOUND, 1.2);
        x = after("found in the quarter", x, y);
        Rectangle2D box = new Rectangle2D.Double(x, y - 9, 22, 11);
        canvas.hatch(box, HeatMapPicture.HATCH);
        canvas.draw(box, Color.LIGHT_GRAY, 0.7);
        after("no clear overpass: unknown", x, y);
        canvas.text(
                "The estimate includes buildings too weak to be found. In use: warmer than in the reference period.",
                LEFT,
                y + 16,
                10);
    }

    private double after(String text, double x, double y) {
        canvas.text(text, x + 28, y, 10);
        return x + 28 + canvas.textWidth(text, 10, /* bold= */ false) + 14;
    }

    private double start(ActivityQuarter quarter) {
        return day(quarter.from());
    }

    private double end(ActivityQuarter quarter) {
        return day(quarter.to()) + 1;
    }

    private double day(LocalDate date) {
        return ChronoUnit.DAYS.between(quarters.getFirst().from(), date);
    }
}
