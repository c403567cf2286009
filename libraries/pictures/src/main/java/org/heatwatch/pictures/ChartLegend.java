package org.heatwatch.pictures;

import java.awt.Color;

/** What the marks of a chart of looks mean. */
final class ChartLegend {
    static final double HEIGHT = 54;
    private static final double SIZE = 10;
    private static final double GAP = 16;

    private interface Mark {
        void draw(double x, double y);
    }

    private final Sheet sheet;
    private double x;
    private double y;

    private ChartLegend(Sheet sheet, double x, double y) {
        this.sheet = sheet;
        this.x = x;
        this.y = y;
    }

    static void draw(Sheet sheet, double left, double top) {
        ChartLegend legend = new ChartLegend(sheet, left, top + 12);
        legend.entry("look and 1 standard error", 6, legend.dot(ExcessPlot.USUAL, false));
        legend.entry("score of 99 or more", 6, legend.dot(ExcessPlot.HOT, false));
        legend.entry("provisional", 6, legend.dot(ExcessPlot.USUAL, true));
        legend.entry("pass not trusted, not counted", 6, legend.dot(ExcessPlot.NOT_COUNTED, false));
        legend.x = left;
        legend.y += 16;
        legend.entry("pass that did not show it (not the same as cold)", 6, (x, y) -> ExcessPlot.tick(sheet, x, y + 3));
        legend.entry("seen, its idle self unknown", 6, (x, y) -> ExcessPlot.cross(sheet, x, y));
        legend.entry("K: effective kelvin above idle", 0, (_, _) -> {});
        legend.x = left;
        legend.y += 16;
        StateColours.legend(sheet, left, legend.y, SIZE);
    }

    private Mark dot(Color colour, boolean isOpen) {
        return (at, middle) -> {
            sheet.line(at, middle - 5, at, middle + 5, colour, 1.1);
            ExcessPlot.dot(sheet, at, middle, colour, isOpen);
        };
    }

    private void entry(String words, double width, Mark mark) {
        mark.draw(x + width / 2, y - 3.5);
        sheet.text(words, x + width + (width > 0 ? 5 : 0), y, SIZE);
        x += width + 5 + sheet.textWidth(words, SIZE, /* bold= */ false) + GAP;
    }
}
