package org.heatwatch.validation;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.heatwatch.pictures.Axes;
import org.heatwatch.pictures.Canvas;

/** Common parts of all plots: canvas with title, axes, legend below, and colours of the series. */
record PlotFrame(Canvas canvas, Axes axes) {
    private static final int WIDTH = 720;
    private static final double LEFT = 66;
    private static final double TOP = 50;
    private static final double HEIGHT = 330;
    private static final double LEGEND = TOP + HEIGHT + 64;
    private static final double LEGEND_ROW = 20;
    private static final double SYMBOL = 26;
    private static final double TEXT = 12;
    private static final int MOST_TICKS = 10;
    private static final double[] STEPS = {1, 2, 5, 10};

    /**
     * Distinguishable with every kind of colour vision (Okabe and Ito 2008); without yellow, which is faint on white.
     */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));

    /** Draws the symbol of a legend entry between two abscissas, centred at an ordinate. */
    interface Symbol {
        void draw(double left, double right, double y);
    }

    /** @param entries number of legend entries */
    static PlotFrame of(String title, double fromX, double toX, double fromY, double toY, int entries) {
        Canvas canvas = new Canvas(WIDTH, (int) (LEGEND + entries * LEGEND_ROW + 4));
        canvas.bold(title, LEFT, TOP - 20, 15);
        Rectangle2D frame = new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - 20, HEIGHT);
        return new PlotFrame(canvas, new Axes(canvas, frame, fromX, toX, fromY, toY));
    }

    static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    void gridY(String title) {
        double step = step(axes.toY() - axes.fromY());
        for (double y = first(axes.fromY(), step); y <= axes.toY() + step / 1000; y += step) {
            axes.tickY(y, label(y, step));
        }
        axes.titleY(title);
    }

    void ticksX(String title) {
        double step = step(axes.toX() - axes.fromX());
        for (double x = first(axes.fromX(), step); x <= axes.toX() + step / 1000; x += step) {
            axes.tickX(x, label(x, step));
        }
        axes.titleX(title);
    }

    void entry(int row, String name, Symbol symbol) {
        double y = LEGEND + row * LEGEND_ROW;
        symbol.draw(LEFT, LEFT + SYMBOL, y);
        canvas.text(name, LEFT + SYMBOL + 10, y + 4, TEXT);
    }

    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        canvas.write(file);
    }

    /** The lowest multiple of the step on an axis; never a negative zero. */
    private static double first(double from, double step) {
        return Math.ceil(from / step - 1e-9) * step + 0.0;
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(range / MOST_TICKS)));
        for (double step : STEPS) {
            if (range / (step * power) <= MOST_TICKS) {
                return step * power;
            }
        }
        throw new IllegalArgumentException("invalid range of an axis: " + range);
    }

    private static String label(double value, double step) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
