package org.heatwatch.validation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and points over two axes, with intervals; written as PNG. */
public final class LinePlot {
    private final XYChart chart;
    private int coloured;

    /**
     * A point.
     *
     * @param low lower end of its interval, equal to y for none
     * @param high upper end of its interval, equal to y for none
     */
    public record Point(double x, double y, double low, double high) {
        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }

        public static Point of(double x, Rate rate) {
            return new Point(x, rate.value(), rate.low(), rate.high());
        }
    }

    public LinePlot(String title, String xLabel, String yLabel) {
        chart = new XYChart(PlotStyle.WIDTH, PlotStyle.HEIGHT);
        chart.setTitle(title);
        chart.setXAxisTitle(xLabel);
        chart.setYAxisTitle(yLabel);
        PlotStyle.apply(chart.getStyler());
    }

    /** Points joined by a line; intervals as bars. */
    public LinePlot line(String name, List<Point> points) {
        add(name, points, new BasicStroke(2));
        return this;
    }

    /** Points alone; intervals as bars. */
    public LinePlot points(String name, List<Point> points) {
        add(name, points, new BasicStroke(0)).setLineColor(new Color(0, 0, 0, 0));
        return this;
    }

    /** A grey dashed line to compare with. */
    public LinePlot reference(String name, double fromX, double fromY, double toX, double toY) {
        XYSeries series = chart.addSeries(name, new double[] {fromX, toX}, new double[] {fromY, toY});
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Color.GRAY);
        series.setLineStyle(
                new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {5, 4}, 0));
        return this;
    }

    /** The vertical axis from one value to another instead of round the points. */
    public LinePlot vertical(double from, double to) {
        chart.getStyler().setYAxisMin(from).setYAxisMax(to);
        return this;
    }

    /** The horizontal axis from one value to another instead of round the points. */
    public LinePlot horizontal(double from, double to) {
        chart.getStyler().setXAxisMin(from).setXAxisMax(to);
        return this;
    }

    public void write(Path file) throws IOException {
        PlotStyle.write(chart, file);
    }

    private XYSeries add(String name, List<Point> points, BasicStroke stroke) {
        Color colour = PlotStyle.colour(coloured++);
        // The library's own error bars have two equal halves, and ours do not: each is a line of its own.
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.low < point.high) {
                XYSeries bar = chart.addSeries(
                        name + " " + i, new double[] {point.x, point.x}, new double[] {point.low, point.high});
                bar.setShowInLegend(false);
                bar.setMarker(SeriesMarkers.NONE);
                bar.setLineColor(colour);
                bar.setLineStyle(new BasicStroke(1.2f));
            }
        }
        XYSeries series = chart.addSeries(
                name,
                points.stream().mapToDouble(Point::x).toArray(),
                points.stream().mapToDouble(Point::y).toArray());
        series.setLineColor(colour);
        series.setLineStyle(stroke);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(colour);
        return series;
    }
}
