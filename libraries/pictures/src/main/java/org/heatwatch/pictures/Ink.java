package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;

/** What leaves marks on a sheet. All in points from the upper left. */
sealed interface Ink permits PixelInk, SvgInk {

    void fill(Shape shape, Color colour);

    /** Draws a line; {@code dashes} are strokes and gaps in turns, none for a line without gaps. */
    void draw(Shape shape, Color colour, double width, float... dashes);

    /** Writes a line of text that begins at x and stands on y. */
    void text(String text, double x, double y, double size, boolean bold, Color colour);

    /** What is drawn outside the shape does not show. */
    void within(Shape shape, Runnable drawing);

    /** What is drawn is turned clockwise about a place, by radians. */
    void turned(double radians, double x, double y, Runnable drawing);
}
