package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.publication.PassReport.Spot;
import org.heatwatch.site.Feature;

/** Legend of a heat map: colour scale, outlines, and a list of the hot spots. */
final class MapLegend {
    /** Height with the greatest number of listed hot spots. */
    static final double HEIGHT = 610;

    private static final double WIDTH = 216;
    private static final double SIZE = 10.5;
    private static final double LINE = 18;
    private static final double SAMPLE = 26;
    private static final double TEXT = SAMPLE + 8;
    private static final int MOST_SPOTS = 7;
    private static final int MOST_SPOTS_AFTER_MORE_STATES = 5;
    private static final double SMALL = 8.5;
    private static final double SPOT_TEXT = 20;

    private final Canvas canvas;
    private final HeatMap map;
    private final double left;
    private double y;

    private MapLegend(Canvas canvas, HeatMap map, double left, double top) {
        this.canvas = canvas;
        this.map = map;
        this.left = left;
        this.y = top + 10;
    }

    static void draw(
            Canvas canvas, HeatMap map, HeatMapPicture.Quantity quantity, ColourScale scale, double left, double top) {
        MapLegend legend = new MapLegend(canvas, map, left, top);
        legend.scale(quantity, scale);
        legend.facilities();
        legend.others();
        legend.hotSpots();
    }

    private void scale(HeatMapPicture.Quantity quantity, ColourScale scale) {
        canvas.bold(quantity.title(), left, y, SIZE);
        scale.legend(canvas, "%+.1f", quantity.unit(), left, y + 8, WIDTH);
        y += 48;
        Rectangle2D box = new Rectangle2D.Double(left, y - 11, SAMPLE, 14);
        canvas.fill(box, HeatMapPicture.UNSEEN);
        canvas.hatch(box, HeatMapPicture.HATCH);
        canvas.draw(box, Color.GRAY, 0.5);
        canvas.text("not visible (cloud or no data)", left + TEXT, y, SIZE);
        y += 28;
    }

    private void facilities() {
        title("Facilities in this pass");
        for (PassState state : PassState.of(map.site().referenceKind())) {
            entry(state.label(), state.colour(), FeatureLayer.FACILITY, state.dashes());
        }
        canvas.text("Not observed does not mean %s.".formatted(isTwoSided() ? "LOWER" : "OFF"), left, y, SIZE);
        y += 26;
    }

    private boolean isTwoSided() {
        return map.site().referenceKind().isTwoSided();
    }

    private void others() {
        title("Other outlines");
        entry("control: no heat of its own", Color.BLACK, FeatureLayer.CONTROL);
        entry("reference parcel, building, site", FeatureLayer.OTHER_COLOUR, FeatureLayer.OTHER);
        entry("any, long dashes: placeholder", Canvas.TEXT_COLOUR, FeatureLayer.CONTROL, FeatureLayer.PLACEHOLDER);
        y += 8;
    }

    private void title(String text) {
        canvas.bold(text, left, y, SIZE);
        y += LINE;
    }

    private void entry(String label, Color colour, double width, float... dashes) {
        canvas.draw(new Line2D.Double(left, y - 4, left + SAMPLE, y - 4), colour, width, dashes);
        canvas.text(label, left + TEXT, y, SIZE);
        y += LINE;
    }

    private void hotSpots() {
        title("Hot spots");
        Double searched = map.pass().searched();
        if (searched == null) {
            canvas.text("not searched for in this pass", left, y, SIZE);
            return;
        }
        canvas.text("%.0f %% of the area could be searched".formatted(Math.floor(100 * searched)), left, y, SIZE);
        y += LINE;
        List<Spot> spots = map.pass().hotSpots();
        if (spots.isEmpty()) {
            canvas.text("none found", left, y, SIZE);
            return;
        }
        HotSpotLayer.cross(canvas, left + SAMPLE / 2, y - 4);
        canvas.draw(Axes.disc(left + SAMPLE / 2, y - 4, 9), Color.BLACK, 1);
        canvas.text("circle: 2 standard errors of position", left + TEXT, y, SIZE);
        y += LINE + 2;
        int most = isTwoSided() ? MOST_SPOTS_AFTER_MORE_STATES : MOST_SPOTS;
        for (int i = 0; i < Math.min(most, spots.size()); i++) {
            HotSpotLayer.badge(canvas, i + 1, left + 7, y + 3);
            spot(spots.get(i), left + SPOT_TEXT);
            y += 28;
        }
        if (spots.size() > most) {
            canvas.text("and %d more".formatted(spots.size() - most), left, y, SIZE);
            y += LINE;
        }
        canvas.text("K m\u00b2: effective kelvin times area, \u00b1 1 standard error", left, y + 2, SMALL);
    }

    private void spot(Spot spot, double x) {
        Optional<Feature> feature = Optional.ofNullable(spot.nearest()).flatMap(map.site()::feature);
        Double metres = spot.nearestMetres();
        String suffix = feature.map(Feature::caveat).orElse("");
        double room = WIDTH - SPOT_TEXT - canvas.textWidth(suffix, SIZE, /* bold= */ false);
        String name = feature.map(Feature::name).orElse("no feature nearby");
        canvas.text(canvas.fitted(name, SIZE, /* bold= */ false, room) + suffix, x, y, SIZE);
        String where = metres == null ? "" : metres == 0 ? "inside, " : "%.0f m away, ".formatted(metres);
        canvas.text(where + amount(spot), x, y + 12, SMALL);
    }

    /** The amount with its standard error, rounded to two significant digits of the error. */
    private static String amount(Spot spot) {
        double error = spot.kelvinSquareMetresStandardError();
        double unit = Math.pow(10, Math.floor(Math.log10(error)) - 1);
        return String.format(
                Locale.ROOT,
                "%,.0f \u00b1 %,.0f K m\u00b2",
                Math.rint(spot.kelvinSquareMetres() / unit) * unit,
                Math.rint(error / unit) * unit);
    }
}
