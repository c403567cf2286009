package org.heatwatch.validation;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.pictures.Axes;
import org.heatwatch.pictures.Canvas;

/** A plot of grouped bars between 0 and 1 with intervals, written as PNG. */
public final class BarPlot {
    private static final double FILLED = 0.8;
    private static final double CAP = 4;

    private final String title;
    private final String titleX;
    private final String titleY;
    private final List<String> categories;
    private final List<Series> series = new ArrayList<>();

    private record Series(String name, List<Rate> rates) {}

    /**
     * Creates an empty plot.
     *
     * @param categories labels of the groups of bars, from left to right
     */
    public BarPlot(String title, String titleX, String titleY, List<String> categories) {
        this.title = title;
        this.titleX = titleX;
        this.titleY = titleY;
        this.categories = List.copyOf(categories);
    }

    /** Adds a series with one bar per category. */
    public BarPlot bars(String name, List<Rate> rates) {
        if (rates.size() != categories.size()) {
            throw new IllegalArgumentException(rates.size() + " bars for " + categories.size() + " categories");
        }
        series.add(new Series(name, rates));
        return this;
    }

    /** Draws all bars, with the first series leftmost in each group. */
    public void write(Path file) throws IOException {
        PlotFrame plot = PlotFrame.of(title, 0, categories.size(), 0, 1.02, series.size());
        Axes axes = plot.axes();
        plot.gridY(titleY);
        for (int category = 0; category < categories.size(); category++) {
            axes.tickX(category + 0.5, categories.get(category));
        }
        axes.titleX(titleX);
        double width = FILLED / series.size();
        for (int i = 0; i < series.size(); i++) {
            Color colour = PlotFrame.colour(i);
            for (int category = 0; category < categories.size(); category++) {
                double left = category + (1 - FILLED) / 2 + i * width;
                Rate rate = series.get(i).rates.get(category);
                axes.bar(left, 0, left + width, rate.value(), colour);
                interval(axes, left + width / 2, rate);
            }
            plot.entry(
                    i,
                    series.get(i).name,
                    (left, right, y) ->
                            plot.canvas().fill(new Rectangle2D.Double(left, y - 7, right - left, 14), colour));
        }
        plot.write(file);
    }

    private static void interval(Axes axes, double at, Rate rate) {
        double x = axes.x(at);
        axes.canvas().line(x, axes.y(rate.low()), x, axes.y(rate.high()), Canvas.TEXT_COLOUR, 1);
        for (double end : List.of(rate.low(), rate.high())) {
            axes.canvas().line(x - CAP, axes.y(end), x + CAP, axes.y(end), Canvas.TEXT_COLOUR, 1);
        }
    }
}
