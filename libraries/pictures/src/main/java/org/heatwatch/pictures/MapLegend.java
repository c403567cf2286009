package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.publication.PassReport.Spot;
import org.heatwatch.site.Feature;

/** What the marks of a heat map mean, one below the other, and its hot spots in words. */
final class MapLegend {
    /** With as many hot spots as are listed. */
    static final double HEIGHT = 610;

    private static final double WIDTH = 216;
    private static final double SIZE = 10.5;
    private static final double LINE = 18;
    private static final double SAMPLE = 26;
    private static final double TEXT = SAMPLE + 8;
    private static final int MOST_SPOTS = 7;
    private static final double SMALL = 8.5;
    private static final double SPOT_TEXT = 20;

    private final Sheet sheet;
    private final HeatMap map;
    private final double left;
    private double y;

    private MapLegend(Sheet sheet, HeatMap map, double left, double top) {
        this.sheet = sheet;
        this.map = map;
        this.left = left;
        this.y = top + 10;
    }

    static void draw(
            Sheet sheet, HeatMap map, HeatMapPicture.Quantity quantity, ColourScale scale, double left, double top) {
        MapLegend legend = new MapLegend(sheet, map, left, top);
        legend.scale(quantity, scale);
        legend.facilities();
        legend.others();
        legend.hotSpots();
    }

    private void scale(HeatMapPicture.Quantity quantity, ColourScale scale) {
        sheet.bold(quantity.words(), left, y, SIZE);
        scale.legend(sheet, "%+.1f", quantity.unit(), left, y + 8, WIDTH);
        y += 48;
        Rectangle2D box = new Rectangle2D.Double(left, y - 11, SAMPLE, 14);
        sheet.fill(box, HeatMapPicture.UNSEEN);
        sheet.hatch(box, HeatMapPicture.HATCH);
        sheet.draw(box, Color.GRAY, 0.5);
        sheet.text("not seen (cloud or no data)", left + TEXT, y, SIZE);
        y += 28;
    }

    private void facilities() {
        title("Facilities at this pass");
        for (PassStanding standing : PassStanding.values()) {
            entry(standing.words(), standing.colour(), FeatureLayer.FACILITY, standing.dashes());
        }
        sheet.text("Not observed is not the same as off.", left, y, SIZE);
        y += 26;
    }

    private void others() {
        title("Other outlines");
        entry("control: no heat of its own", Color.BLACK, FeatureLayer.CONTROL);
        entry("idle parcel, building, site", FeatureLayer.OTHER_COLOUR, FeatureLayer.OTHER);
        entry("any, long dashes: placeholder", Sheet.INK, FeatureLayer.CONTROL, FeatureLayer.PLACEHOLDER);
        y += 8;
    }

    private void title(String text) {
        sheet.bold(text, left, y, SIZE);
        y += LINE;
    }

    private void entry(String words, Color colour, double width, float... dashes) {
        sheet.draw(new Line2D.Double(left, y - 4, left + SAMPLE, y - 4), colour, width, dashes);
        sheet.text(words, left + TEXT, y, SIZE);
        y += LINE;
    }

    private void hotSpots() {
        title("Hot spots");
        Double searched = map.pass().searched();
        if (searched == null) {
            sheet.text("not looked for at this pass", left, y, SIZE);
            return;
        }
        sheet.text("%.0f %% of the area could be searched".formatted(Math.floor(100 * searched)), left, y, SIZE);
        y += LINE;
        List<Spot> spots = map.pass().hotSpots();
        if (spots.isEmpty()) {
            sheet.text("none found there", left, y, SIZE);
            return;
        }
        HotSpotLayer.cross(sheet, left + SAMPLE / 2, y - 4);
        sheet.draw(Axes.disc(left + SAMPLE / 2, y - 4, 9), Color.BLACK, 1);
        sheet.text("circle: 2 standard errors of place", left + TEXT, y, SIZE);
        y += LINE + 2;
        for (int i = 0; i < Math.min(MOST_SPOTS, spots.size()); i++) {
            HotSpotLayer.badge(sheet, i + 1, left + 7, y + 3);
            spot(spots.get(i), left + SPOT_TEXT);
            y += 28;
        }
        if (spots.size() > MOST_SPOTS) {
            sheet.text("and %d more".formatted(spots.size() - MOST_SPOTS), left, y, SIZE);
            y += LINE;
        }
        sheet.text("K m\u00b2: effective kelvin times area, \u00b1 1 standard error", left, y + 2, SMALL);
    }

    private void spot(Spot spot, double x) {
        Optional<Feature> feature = Optional.ofNullable(spot.nearest()).flatMap(map.site()::feature);
        Double metres = spot.nearestMetres();
        String suffix = feature.map(Feature::caveat).orElse("");
        double room = WIDTH - SPOT_TEXT - sheet.textWidth(suffix, SIZE, /* bold= */ false);
        String name = feature.map(Feature::name).orElse("no feature near");
        sheet.text(sheet.fitted(name, SIZE, /* bold= */ false, room) + suffix, x, y, SIZE);
        String where = metres == null ? "" : metres == 0 ? "inside, " : "%.0f m off, ".formatted(metres);
        sheet.text(where + amount(spot), x, y + 12, SMALL);
    }

    /** To two digits of its error. */
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
