package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;

/** One pass over a site: what each sample of the sensor shows above the idle map, and how every facility stood. */
public final class HeatMapPicture {
    static final Color UNSEEN = new Color(0xE0E0E0);
    static final Color HATCH = new Color(0xB4B4B4);

    /** What is shown of each cell. */
    public enum Quantity {
        EXCESS("Effective kelvin above the idle map", "K"),
        /** Excess over the standard deviation of a cell where nothing is on. */
        Z("Excess over the scatter of quiet ground", "\u03c3");

        private final String words;
        private final String unit;

        Quantity(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }

        String words() {
            return words;
        }

        String unit() {
            return unit;
        }

        double of(MapCell cell, HeatMap map) {
            return this == Z ? cell.kelvin() / map.scatter() : cell.kelvin();
        }
    }

    /** Of a picture in pixels; what is smaller can't be read, what is larger shows no more. */
    public static final int NARROWEST = 300;

    public static final int WIDEST = 3000;

    private static final int WIDTH = 900;
    private static final double LEFT = 20;
    private static final double SIDE = 620;
    private static final double LEGEND = LEFT + SIDE + 22;
    private static final double FOOT = 36;
    private static final double MARGIN_METRES = 250;
    private static final double LEAST = 3;
    private static final Color GRID = new Color(255, 255, 255, 90);
    private static final double NOTICE_SIZE = 24;

    private final HeatMap map;
    private final Quantity quantity;
    private final ColourScale scale;
    private final MapHead head;
    private final Sheet sheet;
    private final MapPanel panel;

    /** @param pixels to the point */
    HeatMapPicture(HeatMap map, Quantity quantity, double pixels) {
        this.map = map;
        this.quantity = quantity;
        Envelope area = area(map);
        this.scale = scale(map, quantity, area);
        this.head = new MapHead(map, WIDTH - 2 * LEFT);
        double shrink = SIDE / Math.max(area.getWidth(), area.getHeight());
        double width = shrink * area.getWidth();
        double height = shrink * area.getHeight();
        this.sheet = new Sheet(
                WIDTH, (int) Math.max(head.height() + MapLegend.HEIGHT, head.height() + height + FOOT), pixels);
        this.panel = new MapPanel(
                sheet, new Rectangle2D.Double(LEFT + (SIDE - width) / 2, head.height(), width, height), area);
    }

    /**
     * Draws a map as PNG, laid out 900 points wide and about 800 high.
     *
     * @param width in pixels, {@value #NARROWEST} to {@value #WIDEST}
     */
    public static byte[] png(HeatMap map, Quantity quantity, int width) {
        if (width < NARROWEST || width > WIDEST) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a width of %d is not within %d..%d", width, NARROWEST, WIDEST));
        }
        HeatMapPicture picture = new HeatMapPicture(map, quantity, (double) width / WIDTH);
        picture.draw();
        return picture.sheet.png();
    }

    MapPanel panel() {
        return panel;
    }

    ColourScale scale() {
        return scale;
    }

    /** No larger than what is read round a site: all of it could have been seen. */
    private static Envelope area(HeatMap map) {
        Envelope area = new Envelope();
        map.site()
                .features()
                .forEach(f -> area.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        area.expandBy(MARGIN_METRES);
        return area;
    }

    /** To a round number that no sample in the area goes beyond. */
    private static ColourScale scale(HeatMap map, Quantity quantity, Envelope area) {
        double most = map.cells().stream()
                .filter(cell -> cell.outline().getEnvelopeInternal().intersects(area))
                .mapToDouble(cell -> Math.abs(quantity.of(cell, map)))
                .reduce(LEAST, Math::max);
        return ColourScale.difference(RoundNumber.atLeast(most));
    }

    private void draw() {
        head.draw(sheet, LEFT);
        Rectangle2D frame = panel.frame();
        sheet.fill(frame, UNSEEN);
        sheet.hatch(frame, HATCH);
        sheet.within(frame, () -> map.cells().forEach(this::cell));
        map.notice().ifPresent(words -> Notice.across(sheet, words, frame, NOTICE_SIZE));
        LabelPlacement places = new LabelPlacement(frame);
        places.keepFree(panel.scaleBar());
        places.keepFree(NorthArrow.draw(sheet, frame));
        FeatureLayer features = new FeatureLayer(map, panel, places);
        HotSpotLayer hotSpots =
                new HotSpotLayer(map.pass().hotSpots(), map.site().utm(), panel, places);
        features.outlines();
        hotSpots.draw();
        int unnamed = features.labels();
        sheet.draw(frame, Color.GRAY, 0.8);
        MapLegend.draw(sheet, map, quantity, scale, LEGEND, head.height());
        foot(unnamed);
    }

    private void cell(MapCell cell) {
        panel.area(cell.outline(), scale.of(quantity.of(cell, map)));
        sheet.draw(panel.shape(cell.outline()), GRID, 0.5);
    }

    private void foot(int unnamed) {
        double y = panel.frame().getMaxY() + 16;
        String omitted = unnamed == 0 ? "" : "  No room for %d more names.".formatted(unnamed);
        sheet.text("Each cell is one sample of the sensor, about 100 m wide." + omitted, LEFT, y, 10);
        String source = map.site().presentation().simulated()
                ? "Made up; not of Landsat."
                : "Landsat data courtesy of the U.S. Geological Survey.";
        sheet.text("As known at the end of %s. %s".formatted(map.asOf(), source), LEFT, y + 13, 10);
    }
}
