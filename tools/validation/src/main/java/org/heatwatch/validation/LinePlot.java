package org.heatwatch.validation;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.heatwatch.pictures.Axes;

/** A plot of points joined by lines, written as PNG. */
public final class LinePlot {
    private static final double DOT = 3.4;
    private static final double STROKE = 2;
    private static final float[] DASHES = {5, 4};
    private static final double MARGIN = 0.03;

    private final String title;
    private final String titleX;
    private final String titleY;
    private final List<Line> lines = new ArrayList<>();

    /** A point in the units of the axes. */
    public record Point(double x, double y) {}

    /** A series; a reference is dashed and has no dots. */
    private record Line(String name, List<Point> points, boolean isReference) {}

    public LinePlot(String title, String titleX, String titleY) {
        this.title = title;
        this.titleX = titleX;
        this.titleY = titleY;
    }

    /** Adds points joined by a line. */
    public LinePlot line(String name, List<Point> points) {
        lines.add(new Line(name, points, /* isReference= */ false));
        return this;
    }

    /** Adds a straight dashed line for comparison. */
    public LinePlot reference(String name, double fromX, double fromY, double toX, double toY) {
        lines.add(new Line(name, List.of(new Point(fromX, fromY), new Point(toX, toY)), /* isReference= */ true));
        return this;
    }

    /** Draws all lines in the order in which they were added. */
    public void write(Path file) throws IOException {
        double[] x = range(Point::x);
        double[] y = range(Point::y);
        PlotFrame plot = PlotFrame.of(title, x[0], x[1], y[0], y[1], lines.size());
        plot.gridY(titleY);
        plot.ticksX(titleX);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Color colour = line.isReference ? Color.GRAY : PlotFrame.colour(i);
            draw(line, colour, plot.axes());
            plot.entry(i, line.name, (left, right, at) -> {
                stroke(plot.axes(), left, at, right, at, colour, line.isReference);
                if (!line.isReference) {
                    plot.canvas().fill(Axes.disc((left + right) / 2, at, DOT), colour);
                }
            });
        }
        plot.write(file);
    }

    private static void draw(Line line, Color colour, Axes axes) {
        for (int i = 1; i < line.points.size(); i++) {
            Point from = line.points.get(i - 1);
            Point to = line.points.get(i);
            stroke(axes, axes.x(from.x), axes.y(from.y), axes.x(to.x), axes.y(to.y), colour, line.isReference);
        }
        if (!line.isReference) {
            line.points.forEach(point -> axes.dot(point.x, point.y, DOT, colour));
        }
    }

    private static void stroke(
            Axes axes, double fromX, double fromY, double toX, double toY, Color colour, boolean isDashed) {
        float[] dashes = isDashed ? DASHES : new float[0];
        axes.canvas().draw(new Line2D.Double(fromX, fromY, toX, toY), colour, isDashed ? 1 : STROKE, dashes);
    }

    /** The range of a coordinate, with a margin. */
    private double[] range(ToDoubleFunction<Point> coordinate) {
        double[] sorted = lines.stream()
                .flatMap(line -> line.points.stream())
                .mapToDouble(coordinate)
                .sorted()
                .toArray();
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        double room = MARGIN * (most - least);
        return new double[] {least - room, most + room};
    }
}
