package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/**
 * Axes of a plot: converts data values to positions on the canvas, in points from its upper left corner.
 *
 * @param frame plot area, in points
 * @param fromX value at the left edge
 * @param toX value at the right edge
 * @param fromY value at the lower edge
 * @param toY value at the upper edge
 */
public record Axes(Canvas canvas, Rectangle2D frame, double fromX, double toX, double fromY, double toY) {

    /** The horizontal position of a value, in points. */
    public double x(double value) {
        return frame.getX() + (value - fromX) / (toX - fromX) * frame.getWidth();
    }

    /** The vertical position of a value, in points. */
    public double y(double value) {
        return frame.getMaxY() - (value - fromY) / (toY - fromY) * frame.getHeight();
    }

    /** Draws a horizontal grid line with a label to the left of the frame. */
    public void tickY(double value, String label) {
        canvas.line(frame.getX(), y(value), frame.getMaxX(), y(value), Canvas.FAINT, 1);
        canvas.textEndingAt(label, frame.getX() - 6, y(value) + 4, 11);
    }

    /** Draws a tick mark below the frame with a label under it. */
    public void tickX(double value, String label) {
        canvas.line(x(value), frame.getMaxY(), x(value), frame.getMaxY() + 4, Color.GRAY, 1);
        canvas.textCentred(label, x(value), frame.getMaxY() + 17, 11);
    }

    /** Writes the title of the vertical axis, rotated by 90 degrees. */
    public void titleY(String title) {
        canvas.upright(title, frame.getX() - 38, frame.getCenterY(), 12);
    }

    /** Writes the title of the horizontal axis. */
    public void titleX(String title) {
        canvas.textCentred(title, frame.getCenterX(), frame.getMaxY() + 36, 12);
    }

    void line(double oneX, double oneY, double otherX, double otherY, Color colour, double width) {
        canvas.within(frame, () -> canvas.line(x(oneX), y(oneY), x(otherX), y(otherY), colour, width));
    }

    /** Fills the rectangle between two opposite corners, clipped to the frame. */
    public void bar(double oneX, double oneY, double otherX, double otherY, Color colour) {
        Rectangle2D bar = new Rectangle2D.Double();
        bar.setFrameFromDiagonal(x(oneX), y(oneY), x(otherX), y(otherY));
        canvas.within(frame, () -> canvas.fill(bar, colour));
    }

    /** Fills a disc at a data point. */
    public void dot(double atX, double atY, double radius, Color colour) {
        canvas.fill(disc(x(atX), y(atY), radius), colour);
    }

    /** A disc with its centre at a position on the canvas. */
    public static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
