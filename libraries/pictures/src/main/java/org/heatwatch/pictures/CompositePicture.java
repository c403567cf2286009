package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.stream.IntStream;
import org.heatwatch.source.CompositeMap;
import org.locationtech.jts.geom.Envelope;

/** Draws the composite of a period and the heat sources in it. */
public final class CompositePicture {
    private static final int WIDTH = 900;
    private static final double LEFT = 20;
    private static final double SIDE = 620;
    private static final double LEGEND = LEFT + SIDE + 22;
    private static final double HEAD = 78;
    private static final double FOOT = 50;
    private static final double LEAST_KELVIN = 0.5;
    private static final double BANNER_SIZE = 24;

    private final SourceMap map;
    private final ColourScale scale;
    private final double top;
    private final Canvas canvas;
    private final MapPanel panel;

    private CompositePicture(SourceMap map, double resolution, PictureLanguage language) {
        this.map = map;
        this.scale = scale(map);
        this.top = map.warning().isPresent() ? WarningBanner.HEIGHT : 0;
        Envelope area = map.area();
        double pointsPerMetre = SIDE / Math.max(area.getWidth(), area.getHeight());
        double width = pointsPerMetre * area.getWidth();
        double height = pointsPerMetre * area.getHeight();
        double bottom = top + HEAD + Math.max(CompositeLegend.height(map), height + FOOT);
        this.canvas = Canvas.of(WIDTH, (int) bottom, resolution, language);
        this.panel = new MapPanel(
                canvas, new Rectangle2D.Double(LEFT + (SIDE - width) / 2, top + HEAD, width, height), area);
    }

    /** Lays out a picture; nothing is drawn yet. */
    static CompositePicture of(SourceMap map, int width) {
        return of(map, width, PictureLanguage.ENGLISH);
    }

    private static CompositePicture of(SourceMap map, int width, PictureLanguage language) {
        return new CompositePicture(map.named(language.code()), (double) width / WIDTH, language);
    }

    /**
     * Draws a composite as PNG, laid out 900 points wide and about 750 high.
     *
     * @param width in pixels, {@value HeatMapPicture#NARROWEST} to {@value HeatMapPicture#WIDEST}
     */
    public static byte[] png(SourceMap map, int width) {
        return png(map, width, PictureLanguage.ENGLISH);
    }

    /** The same with names and texts in a language. */
    public static byte[] png(SourceMap map, int width, PictureLanguage language) {
        if (width < HeatMapPicture.NARROWEST || width > HeatMapPicture.WIDEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a width of %d is not within %d..%d",
                    width,
                    HeatMapPicture.NARROWEST,
                    HeatMapPicture.WIDEST));
        }
        CompositePicture picture = of(map, width, language);
        picture.draw();
        return picture.canvas.png();
    }

    MapPanel panel() {
        return panel;
    }

    ColourScale scale() {
        return scale;
    }

    /** Extends to a round number that no significant excess exceeds. */
    private static ColourScale scale(SourceMap map) {
        double most = IntStream.range(0, map.composite().excess().values().length)
                .filter(map::isSignificant)
                .mapToDouble(cell -> Math.abs(map.kelvin(cell)))
                .reduce(LEAST_KELVIN, Math::max);
        return ColourScale.difference(RoundNumber.atLeast(most));
    }

    private void draw() {
        head();
        Rectangle2D frame = panel.frame();
        canvas.fill(frame, HeatMapPicture.UNSEEN);
        canvas.hatch(frame, HeatMapPicture.HATCH);
        new CompositeLayer(map, panel, scale).draw();
        map.warning().ifPresent(warning -> WarningBanner.watermark(canvas, warning, frame, BANNER_SIZE));
        LabelPlacement places = new LabelPlacement(frame);
        places.keepFree(panel.scaleBar());
        places.keepFree(NorthArrow.draw(canvas, frame));
        int omitted = new SourceLayer(map, panel, places).draw();
        canvas.draw(frame, Color.GRAY, 0.8);
        CompositeLegend.draw(canvas, map, scale, LEGEND, top + HEAD);
        foot(omitted);
    }

    private void head() {
        map.warning().ifPresent(warning -> WarningBanner.banner(canvas, warning, 0));
        CompositeMap composite = map.composite();
        canvas.bold(map.site().name(), LEFT, top + 30, 20);
        canvas.text(
                "Composite %s to %s: mean of %d scenes, compared with %d reference scenes"
                        .formatted(
                                composite.period().from(),
                                composite.period().to(),
                                composite.periodScenes(),
                                composite.referenceScenes()),
                LEFT,
                top + 50,
                12);
        String error = map.medianError()
                .map(kelvin -> String.format(Locale.ROOT, "median standard error %.2f K", kelvin))
                .orElse("no cell is known");
        canvas.text(
                String.format(Locale.ROOT, "%s, %.0f %% of the area is known", error, 100 * map.knownShare()),
                LEFT,
                top + 66,
                12);
    }

    private void foot(int omitted) {
        double y = panel.frame().getMaxY() + 16;
        String note = omitted == 0 ? "" : "  No room for %d more numbers and names.".formatted(omitted);
        canvas.text("Excess as the sensor sees it: a small building appears about 150 m wide." + note, LEFT, y, 10);
        String source = map.site().presentation().simulated()
                ? "Simulated; not from Landsat."
                : "Landsat data courtesy of the U.S. Geological Survey.";
        canvas.text("Grey numbers: sources that ended. " + source, LEFT, y + 13, 10);
    }
}
