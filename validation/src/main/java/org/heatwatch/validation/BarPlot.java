package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;

/** Groups of bars with intervals; written as PNG. */
public final class BarPlot {
    private final CategoryChart chart;
    private final List<String> categories;
    private int coloured;

    /** @param categories a group of bars each, from left to right */
    public BarPlot(String title, String xLabel, String yLabel, List<String> categories) {
        this.categories = List.copyOf(categories);
        chart = new CategoryChart(PlotStyle.WIDTH, PlotStyle.HEIGHT);
        chart.setTitle(title);
        chart.setXAxisTitle(xLabel);
        chart.setYAxisTitle(yLabel);
        PlotStyle.apply(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.8);
        chart.getStyler().setYAxisMin(0.0);
    }

    /** One bar a category. The error bar reaches as far either way as the longer side of the interval. */
    public BarPlot bars(String name, List<Rate> rates) {
        if (rates.size() != categories.size()) {
            throw new IllegalArgumentException(rates.size() + " bars for " + categories.size() + " categories");
        }
        CategorySeries series = chart.addSeries(
                name,
                categories,
                rates.stream().map(Rate::value).toList(),
                rates.stream()
                        .map(rate -> Math.max(rate.high() - rate.value(), rate.value() - rate.low()))
                        .toList());
        series.setFillColor(PlotStyle.colour(coloured++));
        return this;
    }

    /** The vertical axis from one value to another instead of round the bars. */
    public BarPlot vertical(double from, double to) {
        chart.getStyler().setYAxisMin(from).setYAxisMax(to);
        return this;
    }

    public void write(Path file) throws IOException {
        PlotStyle.write(chart, file);
    }
}
