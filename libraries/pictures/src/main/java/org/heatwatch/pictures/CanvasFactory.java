package org.heatwatch.pictures;

/** Creates the canvas of a chart: pixels or SVG, in a language. */
@FunctionalInterface
interface CanvasFactory {
    /** A canvas of a width and height in points. */
    Canvas of(int width, int height);
}
