package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;

/** Draws a heat map of one pass: each sample relative to the background model, and the state of each facility. */
public final class HeatMapPicture {
    static final Color UNSEEN = new Color(0xE0E0E0);
    static final Color HATCH = new Color(0xB4B4B4);

    /** The quantity that the colour of a cell shows. */
    public enum Quantity {
        /** Excess over the background model, in effective kelvin. */
        EXCESS("Effective kelvin above background", "K", 6),
        /** Excess divided by the standard deviation of a cell without a heat source. */
        Z("Excess / background scatter", "\u03c3", 12);

        private final String title;
        private final String unit;
        private final double usualEnd;

        /** @param usualEnd end of the colour scale of most passes */
        Quantity(String title, String unit, double usualEnd) {
            this.title = title;
            this.unit = unit;
            this.usualEnd = usualEnd;
        }

        String title() {
            return title;
        }

        String unit() {
            return unit;
        }

        double of(MapCell cell, HeatMap map) {
            return this == Z ? cell.kelvin() / map.scatter() : cell.kelvin();
        }
    }

    /** Least width of a picture in pixels; a narrower one is illegible. */
    public static final int NARROWEST = 300;

    /** Greatest width of a picture in pixels; a wider one shows no more detail. */
    public static final int WIDEST = 3000;

    private static final int WIDTH = 900;
    private static final double LEFT = 20;
    private static final double SIDE = 620;
    private static final double LEGEND = LEFT + SIDE + 22;
    private static final double FOOT = 36;
    private static final double MARGIN_METRES = 250;
    private static final Color GRID = new Color(255, 255, 255, 90);
    private static final double BANNER_SIZE = 24;
    private static final double DAY_SIZE = 24;
    private static final double DAY_ABOVE = 36;

    private final HeatMap map;
    private final Quantity quantity;
    private final ColourScale scale;
    private final MapHead head;
    private final double top;
    private final Canvas canvas;
    private final MapPanel panel;

    private HeatMapPicture(
            HeatMap map,
            Quantity quantity,
            ColourScale scale,
            MapHead head,
            double top,
            Canvas canvas,
            MapPanel panel) {
        this.map = map;
        this.quantity = quantity;
        this.scale = scale;
        this.head = head;
        this.top = top;
        this.canvas = canvas;
        this.panel = panel;
    }

    /**
     * Lays out a picture; nothing is drawn yet.
     *
     * @param resolution pixels per point
     */
    static HeatMapPicture of(HeatMap map, Quantity quantity, double resolution) {
        return of(map, quantity, resolution, PictureLanguage.ENGLISH);
    }

    private static HeatMapPicture of(HeatMap map, Quantity quantity, double resolution, PictureLanguage language) {
        return of(map, quantity, resolution, Layout.of(List.of(map), quantity), language);
    }

    /**
     * What pictures have in common that are shown one after the other.
     *
     * @param scaleEnd value at which the colour scale ends, in the unit of the quantity
     * @param top height of the header in points
     */
    record Layout(double scaleEnd, double top) {
        /** The layout that fits all maps of a site. */
        static Layout of(List<HeatMap> maps, Quantity quantity) {
            return new Layout(
                    maps.stream()
                            .mapToDouble(map -> HeatMapPicture.scaleEnd(map, quantity))
                            .reduce(quantity.usualEnd, Math::max),
                    maps.stream().mapToDouble(map -> head(map).height()).reduce(0, Math::max));
        }
    }

    private static MapHead head(HeatMap map) {
        return new MapHead(map, WIDTH - 2 * LEFT);
    }

    private static HeatMapPicture of(
            HeatMap named, Quantity quantity, double resolution, Layout layout, PictureLanguage language) {
        HeatMap map = named.named(language.code());
        Envelope area = area(map);
        double pointsPerMetre = SIDE / Math.max(area.getWidth(), area.getHeight());
        double width = pointsPerMetre * area.getWidth();
        double height = pointsPerMetre * area.getHeight();
        double bottom = layout.top() + Math.max(MapLegend.HEIGHT, height + FOOT);
        Canvas canvas = Canvas.of(WIDTH, (int) bottom, resolution, language);
        Rectangle2D frame = new Rectangle2D.Double(LEFT + (SIDE - width) / 2, layout.top(), width, height);
        return new HeatMapPicture(
                map,
                quantity,
                ColourScale.difference(layout.scaleEnd()),
                head(map),
                layout.top(),
                canvas,
                new MapPanel(canvas, frame, area));
    }

    /**
     * Draws a map as PNG, laid out 900 points wide and about 800 high.
     *
     * @param width in pixels, {@value #NARROWEST} to {@value #WIDEST}
     */
    public static byte[] png(HeatMap map, Quantity quantity, int width) {
        return png(map, quantity, width, PictureLanguage.ENGLISH);
    }

    /** The same with names and texts in a language. */
    public static byte[] png(HeatMap map, Quantity quantity, int width, PictureLanguage language) {
        if (width < NARROWEST || width > WIDEST) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a width of %d is not within %d..%d", width, NARROWEST, WIDEST));
        }
        HeatMapPicture picture = HeatMapPicture.of(map, quantity, (double) width / WIDTH, language);
        picture.draw();
        return picture.canvas.png();
    }

    /**
     * Draws a map as a frame of a moving picture, with its day in large type.
     *
     * @param width in pixels
     */
    static BufferedImage frame(HeatMap map, Quantity quantity, int width, Layout layout) {
        HeatMapPicture picture = of(map, quantity, (double) width / WIDTH, layout, PictureLanguage.ENGLISH);
        picture.draw();
        picture.canvas.bold(map.acquisition().date().toString(), LEGEND, picture.top - DAY_ABOVE, DAY_SIZE);
        return picture.canvas.image();
    }

    MapPanel panel() {
        return panel;
    }

    ColourScale scale() {
        return scale;
    }

    /** The features with a margin, all of which lies within the clip of the site. */
    private static Envelope area(HeatMap map) {
        Envelope area = new Envelope();
        map.site()
                .features()
                .forEach(f -> area.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        area.expandBy(MARGIN_METRES);
        return area;
    }

    /**
     * Value at which the colour scale of a pass ends, in the unit of the quantity: 6 K or 12 standard deviations, so
     * that passes can be compared, or the smallest multiple by a power of two that no sample in the area exceeds.
     */
    public static double scaleEnd(HeatMap map, Quantity quantity) {
        Envelope area = area(map);
        double most = map.cells().stream()
                .filter(cell -> cell.outline().getEnvelopeInternal().intersects(area))
                .mapToDouble(cell -> Math.abs(quantity.of(cell, map)))
                .reduce(0, Math::max);
        double end = quantity.usualEnd;
        while (end < most) {
            end *= 2;
        }
        return end;
    }

    private void draw() {
        head.draw(canvas, LEFT);
        Rectangle2D frame = panel.frame();
        canvas.fill(frame, UNSEEN);
        canvas.hatch(frame, HATCH);
        canvas.within(frame, () -> map.cells().forEach(this::cell));
        map.warning().ifPresent(warning -> WarningBanner.watermark(canvas, warning, frame, BANNER_SIZE));
        LabelPlacement places = new LabelPlacement(frame);
        places.keepFree(panel.scaleBar());
        places.keepFree(NorthArrow.draw(canvas, frame));
        FeatureLayer features = new FeatureLayer(map, panel, places);
        HotSpotLayer hotSpots =
                new HotSpotLayer(map.pass().hotSpots(), map.site().utm(), panel, places);
        features.outlines();
        hotSpots.draw();
        int unnamed = features.labels();
        canvas.draw(frame, Color.GRAY, 0.8);
        MapLegend.draw(canvas, map, quantity, scale, LEGEND, top);
        foot(unnamed);
    }

    private void cell(MapCell cell) {
        panel.area(cell.outline(), scale.of(quantity.of(cell, map)));
        canvas.draw(panel.shape(cell.outline()), GRID, 0.5);
    }

    private void foot(int unnamed) {
        double y = panel.frame().getMaxY() + 16;
        String omitted = unnamed == 0 ? "" : "  No room for %d more names.".formatted(unnamed);
        canvas.text("Each cell is one sample of the sensor, about 100 m wide." + omitted, LEFT, y, 10);
        String source = map.site().presentation().simulated()
                ? "Simulated; not from Landsat."
                : "Landsat data courtesy of the U.S. Geological Survey.";
        canvas.text("As known at the end of %s. %s".formatted(map.asOf(), source), LEFT, y + 13, 10);
    }
}
