package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.heatwatch.hotspot.HotSpots;
import org.locationtech.jts.geom.Envelope;

/** One pass over a site: what each sample of the sensor shows above the idle map, and how every facility stood. */
public final class HeatMapPicture {
    static final Color UNSEEN = new Color(0xE0E0E0);
    static final Color HATCH = new Color(0xB4B4B4);

    private static final int WIDTH = 900;
    private static final double LEFT = 20;
    private static final double SIDE = 620;
    private static final double LEGEND = LEFT + SIDE + 22;
    private static final double FOOT = 36;
    private static final double MARGIN_METRES = 250;
    private static final double LEAST_KELVIN = 3;
    private static final Color GRID = new Color(255, 255, 255, 90);
    private static final double NOTICE_SIZE = 24;

    private final HeatMap map;
    private final ColourScale scale;
    private final MapHead head;
    private final Sheet sheet;
    private final MapPanel panel;

    HeatMapPicture(HeatMap map) {
        this.map = map;
        Envelope area = area(map);
        this.scale = scale(map, area);
        this.head = new MapHead(map, WIDTH - 2 * LEFT);
        double shrink = SIDE / Math.max(area.getWidth(), area.getHeight());
        double width = shrink * area.getWidth();
        double height = shrink * area.getHeight();
        this.sheet = new Sheet(WIDTH, (int) Math.max(head.height() + MapLegend.HEIGHT, head.height() + height + FOOT));
        this.panel = new MapPanel(
                sheet, new Rectangle2D.Double(LEFT + (SIDE - width) / 2, head.height(), width, height), area);
    }

    /** Draws a map as PNG, 900 points wide and about 800 high, two pixels to the point. */
    public static byte[] png(HeatMap map) {
        HeatMapPicture picture = new HeatMapPicture(map);
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
    private static ColourScale scale(HeatMap map, Envelope area) {
        double most = map.cells().stream()
                .filter(cell -> cell.outline().getEnvelopeInternal().intersects(area))
                .mapToDouble(cell -> Math.abs(cell.kelvin()))
                .reduce(LEAST_KELVIN, Math::max);
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
                new HotSpotLayer(map.check().hotSpots().map(HotSpots::spots).orElse(List.of()), panel, places);
        features.outlines();
        hotSpots.draw();
        int unnamed = features.labels();
        sheet.draw(frame, Color.GRAY, 0.8);
        MapLegend.draw(sheet, map, scale, LEGEND, head.height());
        foot(unnamed);
    }

    private void cell(MapCell cell) {
        Shape shape = panel.shape(cell.outline());
        Color colour = scale.of(cell.kelvin());
        sheet.fill(shape, colour);
        // Over the seam to the next cell, where the paper would shine through.
        sheet.draw(shape, colour, 0.8);
        sheet.draw(shape, GRID, 0.5);
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
