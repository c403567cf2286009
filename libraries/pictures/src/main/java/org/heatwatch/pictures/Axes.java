package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/**
 * A plot on a sheet.
 *
 * @param frame on the sheet
 * @param fromX value at the left edge
 * @param toX value at the right edge
 * @param fromY value at the lower edge
 * @param toY value at the upper edge
 */
public record Axes(Sheet sheet, Rectangle2D frame, double fromX, double toX, double fromY, double toY) {

    public double x(double value) {
        return frame.getX() + (value - fromX) / (toX - fromX) * frame.getWidth();
    }

    public double y(double value) {
        return frame.getMaxY() - (value - fromY) / (toY - fromY) * frame.getHeight();
    }

    /** A grid line with its value to the left. */
    public void tickY(double value, String label) {
        sheet.line(frame.getX(), y(value), frame.getMaxX(), y(value), Sheet.FAINT, 1);
        sheet.textUntil(label, frame.getX() - 6, y(value) + 4, 11);
    }

    public void tickX(double value, String label) {
        sheet.line(x(value), frame.getMaxY(), x(value), frame.getMaxY() + 4, Color.GRAY, 1);
        sheet.textAbout(label, x(value), frame.getMaxY() + 17, 11);
    }

    public void titleY(String title) {
        sheet.upright(title, frame.getX() - 38, frame.getCenterY(), 12);
    }

    public void titleX(String title) {
        sheet.textAbout(title, frame.getCenterX(), frame.getMaxY() + 36, 12);
    }

    void line(double oneX, double oneY, double otherX, double otherY, Color colour, double width) {
        sheet.within(frame, () -> sheet.line(x(oneX), y(oneY), x(otherX), y(otherY), colour, width));
    }

    public void bar(double oneX, double oneY, double otherX, double otherY, Color colour) {
        Rectangle2D bar = new Rectangle2D.Double();
        bar.setFrameFromDiagonal(x(oneX), y(oneY), x(otherX), y(otherY));
        sheet.within(frame, () -> sheet.fill(bar, colour));
    }

    public void dot(double atX, double atY, double radius, Color colour) {
        sheet.fill(disc(x(atX), y(atY), radius), colour);
    }

    /** A disc about a place on the sheet. */
    public static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
