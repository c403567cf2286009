package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;

/** Renders shapes and text. All coordinates and lengths are in points from the upper left corner. */
sealed interface RenderBackend permits RasterBackend, SvgBackend {

    /** Fills a shape. */
    void fill(Shape shape, Color colour);

    /** Draws the outline of a shape; {@code dashes} alternates lengths of dashes and gaps, empty for a solid line. */
    void draw(Shape shape, Color colour, double width, float... dashes);

    /** Writes a line of text that begins at x, with its baseline at y. */
    void text(String text, double x, double y, double size, boolean bold, Color colour);

    /** Clips a drawing to a shape. */
    void within(Shape shape, Runnable drawing);

    /** Rotates a drawing clockwise about a point, by radians. */
    void turned(double radians, double x, double y, Runnable drawing);
}
