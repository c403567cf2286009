package org.heatwatch.pictures;

import java.awt.Color;
import org.heatwatch.site.ReferenceKind;

/** Legend of a history chart: its symbols and state colours. */
final class ChartLegend {
    static final double HEIGHT = 54;
    private static final double SIZE = 10;
    private static final double GAP = 16;

    private interface Symbol {
        void draw(double x, double y);
    }

    private final Canvas canvas;
    private double x;
    private double y;

    private ChartLegend(Canvas canvas, double x, double y) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
    }

    /** @param kind of the reference that the facilities are compared with, which decides their states */
    static void draw(Canvas canvas, double left, double top, ReferenceKind kind) {
        ChartLegend legend = new ChartLegend(canvas, left, top + 12);
        legend.entry("observation with 1 standard error", 6, legend.dot(ExcessPlot.USUAL, false));
        legend.entry("score of 99 or more", 6, legend.dot(ExcessPlot.HOT, false));
        legend.entry("provisional", 6, legend.dot(ExcessPlot.USUAL, true));
        legend.entry("unreliable pass, not counted", 6, legend.dot(ExcessPlot.NOT_COUNTED, false));
        legend.x = left;
        legend.y += 16;
        legend.entry("not visible in this pass (does not mean cold)", 6, (x, y) -> ExcessPlot.tick(canvas, x, y + 3));
        legend.entry("visible, but without a baseline", 6, (x, y) -> ExcessPlot.cross(canvas, x, y));
        legend.entry("K: effective kelvin above the baseline", 0, (_, _) -> {});
        legend.x = left;
        legend.y += 16;
        StateColours.legend(canvas, left, legend.y, SIZE, kind);
    }

    private Symbol dot(Color colour, boolean isOpen) {
        return (at, middle) -> {
            canvas.line(at, middle - 5, at, middle + 5, colour, 1.1);
            ExcessPlot.dot(canvas, at, middle, colour, isOpen);
        };
    }

    private void entry(String label, double width, Symbol symbol) {
        symbol.draw(x + width / 2, y - 3.5);
        canvas.text(label, x + width + (width > 0 ? 5 : 0), y, SIZE);
        x += width + 5 + canvas.textWidth(label, SIZE, /* bold= */ false) + GAP;
    }
}
