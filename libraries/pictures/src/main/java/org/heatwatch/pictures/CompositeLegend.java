package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.heatwatch.source.HeatSource;

/** Legend of a composite: colour scale, outlines, and a list of the strongest heat sources. */
final class CompositeLegend {
    private static final double HEIGHT_WITHOUT_SOURCES = 270;
    private static final double SOURCE = 25;
    private static final double WIDTH = 216;
    private static final double SIZE = 10.5;
    private static final double SMALL = 8.5;
    private static final double LINE = 18;
    private static final double SAMPLE = 26;
    private static final double TEXT = SAMPLE + 8;
    private static final double SOURCE_TEXT = 20;
    private static final int MOST_SOURCES = 12;

    private final Canvas canvas;
    private final SourceMap map;
    private final ColourScale scale;
    private final double left;
    private double y;

    private CompositeLegend(Canvas canvas, SourceMap map, ColourScale scale, double left, double top) {
        this.canvas = canvas;
        this.map = map;
        this.scale = scale;
        this.left = left;
        this.y = top + 10;
    }

    /** Height in points. */
    static double height(SourceMap map) {
        return HEIGHT_WITHOUT_SOURCES
                + SOURCE * Math.min(MOST_SOURCES, map.sources().size());
    }

    static void draw(Canvas canvas, SourceMap map, ColourScale scale, double left, double top) {
        CompositeLegend legend = new CompositeLegend(canvas, map, scale, left, top);
        legend.scale();
        legend.outlines();
        legend.sources();
    }

    private void scale() {
        canvas.bold("Effective kelvin above background", left, y, SIZE);
        scale.legend(canvas, "%+.1f", "K", left, y + 8, WIDTH);
        y += 48;
        Rectangle2D box = box();
        canvas.fill(box, scale.of(scale.high() / 2));
        canvas.draw(box, CompositeLayer.CONTOUR, 1);
        label("at least 2 standard errors");
        canvas.fill(box(), CompositeLayer.pale(scale.of(scale.high() / 2)));
        label("less: may be chance");
        Rectangle2D unknown = box();
        canvas.fill(unknown, HeatMapPicture.UNSEEN);
        canvas.hatch(unknown, HeatMapPicture.HATCH);
        canvas.draw(unknown, Color.GRAY, 0.5);
        label("unknown: too few scenes");
        y += 8;
    }

    private Rectangle2D box() {
        return new Rectangle2D.Double(left, y - 11, SAMPLE, 14);
    }

    private void label(String text) {
        canvas.text(text, left + TEXT, y, SIZE);
        y += LINE;
    }

    private void outlines() {
        canvas.bold("Outlines", left, y, SIZE);
        y += LINE;
        outline("facility or control", Color.BLACK, FeatureLayer.CONTROL);
        outline("reference parcel, building, site", FeatureLayer.OTHER_COLOUR, FeatureLayer.OTHER);
        outline("any, long dashes: placeholder", Canvas.TEXT_COLOUR, FeatureLayer.OTHER, FeatureLayer.PLACEHOLDER);
        y += 8;
    }

    private void outline(String text, Color colour, double width, float... dashes) {
        canvas.draw(new Line2D.Double(left, y - 4, left + SAMPLE, y - 4), colour, width, dashes);
        label(text);
    }

    private void sources() {
        List<HeatSource> sources = map.sources();
        canvas.bold("Heat sources", left, y, SIZE);
        y += LINE;
        if (sources.isEmpty()) {
            canvas.text("none found", left, y, SIZE);
            return;
        }
        canvas.draw(Axes.disc(left + SAMPLE / 2, y - 4, 7), Color.BLACK, 0.9);
        SourceLayer.cross(canvas, sources.getFirst(), left + SAMPLE / 2, y - 4);
        canvas.text("circle: 2 standard errors of position", left + TEXT, y, SMALL);
        y += LINE;
        for (int i = 0; i < Math.min(MOST_SOURCES, sources.size()); i++) {
            source(i + 1, sources.get(i));
        }
        if (sources.size() > MOST_SOURCES) {
            canvas.text("and %d more".formatted(sources.size() - MOST_SOURCES), left, y, SMALL);
            y += 12;
        }
        canvas.text("K m\u00b2: effective kelvin times area, \u00b1 1 standard error", left, y, SMALL);
    }

    private void source(int rank, HeatSource source) {
        SourceLayer.badge(canvas, rank, source, left + 7, y + 1);
        canvas.text(position(source), left + SOURCE_TEXT, y, SIZE - 1);
        String ended = source.ended() ? ", ended " + source.lastSeen() : "";
        canvas.text(
                String.format(
                        Locale.ROOT,
                        "%,.0f \u00b1 %,.0f K m\u00b2%s",
                        source.kelvinSquareMetres(),
                        source.kelvinSquareMetresStandardError(),
                        ended),
                left + SOURCE_TEXT,
                y + 10.5,
                SMALL);
        y += SOURCE;
    }

    private static String position(HeatSource source) {
        return String.format(
                Locale.ROOT,
                "%.4f %s %.4f %s",
                Math.abs(source.latitude()),
                source.latitude() < 0 ? "S" : "N",
                Math.abs(source.longitude()),
                source.longitude() < 0 ? "W" : "E");
    }
}
