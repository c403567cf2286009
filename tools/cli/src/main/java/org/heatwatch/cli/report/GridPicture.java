package org.heatwatch.cli.report;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.pictures.Canvas;
import org.heatwatch.pictures.ColourScale;
import org.heatwatch.pictures.MapCell;
import org.heatwatch.pictures.MapPanel;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;

/** Draws the delivered pixels, the native samples recovered from them, and the residuals, one below the other. */
public final class GridPicture {
    private static final double POINTS_PER_PIXEL = 3;
    private static final double MARGIN = 12;
    private static final double HEAD = 32;
    private static final double FOOT = 36;
    private static final double LEGEND_WIDTH = 190;
    private static final Color UNKNOWN = new Color(0xDDDDDD);
    private static final ColourScale RESIDUAL = ColourScale.difference(0.05);

    private final Clip clip;
    private final Recovery.Resolved recovery;
    private final RasterGrid shown;
    private final ColourScale temperatures;
    private final Canvas canvas;
    private final double panelHeight;

    private GridPicture(
            Clip clip, Recovery.Resolved recovery, RasterGrid shown, ColourScale temperatures, Canvas canvas) {
        this.clip = clip;
        this.recovery = recovery;
        this.shown = shown;
        this.temperatures = temperatures;
        this.canvas = canvas;
        this.panelHeight = POINTS_PER_PIXEL * shown.rows();
    }

    private static GridPicture of(Clip clip, Recovery.Resolved recovery) {
        RasterGrid shown = clip.grid().part(covered(clip));
        double[] kelvin = IntStream.range(0, clip.grid().pixels())
                .filter(clip::isClear)
                .mapToDouble(clip::brightnessTemperature)
                .sorted()
                .toArray();
        ColourScale temperatures =
                ColourScale.warmth(kelvin[kelvin.length / 200], kelvin[kelvin.length - 1 - kelvin.length / 200]);
        double width = POINTS_PER_PIXEL * shown.columns() + 2 * MARGIN;
        double height = HEAD + 3 * (HEAD + POINTS_PER_PIXEL * shown.rows() + FOOT);
        Canvas canvas = new Canvas((int) width, (int) height);
        return new GridPicture(clip, recovery, shown, temperatures, canvas);
    }

    /** The smallest rectangle that contains all covered pixels. */
    private static PixelRectangle covered(Clip clip) {
        int columns = clip.grid().columns();
        int[] covered =
                IntStream.range(0, clip.grid().pixels()).filter(clip::isCovered).toArray();
        IntSummaryStatistics across =
                Arrays.stream(covered).map(p -> p % columns).summaryStatistics();
        IntSummaryStatistics down = Arrays.stream(covered).map(p -> p / columns).summaryStatistics();
        return new PixelRectangle(
                across.getMin(),
                down.getMin(),
                across.getMax() - across.getMin() + 1,
                down.getMax() - down.getMin() + 1);
    }

    /** Draws the picture as PNG, with two pixels per point. */
    public static byte[] png(Clip clip, Recovery.Resolved recovery) {
        GridPicture picture = GridPicture.of(clip, recovery);
        picture.draw();
        return picture.canvas.png();
    }

    private void draw() {
        double kelvinPerCount = clip.kelvinPerCount();
        SamplingGrid grid = recovery.samples().grid();
        canvas.bold(clip.product().id() + ", brightness temperature at the top of the atmosphere", MARGIN, 22, 11);
        MapPanel delivered = panel(0, temperatures, "%.1f");
        pixels(delivered, temperatures, p -> clip.isClear(p) ? clip.brightnessTemperature(p) : Double.NaN);
        delivered.finish("1  Delivered: %d x %d pixels of 30 m".formatted(shown.columns(), shown.rows()));
        MapPanel samples = panel(1, temperatures, "%.1f");
        samples(samples);
        samples.finish("2  Recovered: %d native samples, %.1f x %.1f m, rotated by %.2f degrees"
                .formatted(
                        recovery.samples().count(),
                        grid.geometry().acrossMetres(),
                        grid.geometry().alongMetres(),
                        grid.geometry().rotationDegrees()));
        MapPanel residuals = panel(2, RESIDUAL, "%+.2f");
        pixels(residuals, RESIDUAL, p -> recovery.residuals().at(p) * kelvinPerCount);
        residuals.finish("3  Residual of the samples: %.4f K rms (with wrong grids: %.2f K)"
                .formatted(
                        recovery.quality().residual() * kelvinPerCount,
                        recovery.quality().wrongGrid() * kelvinPerCount));
    }

    /** Draws the legend and the empty frame of one of the three maps. */
    private MapPanel panel(int index, ColourScale scale, String format) {
        double top = 2 * HEAD + index * (HEAD + panelHeight + FOOT);
        Rectangle2D frame = new Rectangle2D.Double(MARGIN, top, POINTS_PER_PIXEL * shown.columns(), panelHeight);
        Envelope area = new Envelope(
                shown.west(),
                shown.west() + shown.columns() * shown.pixelWidth(),
                shown.north() - shown.rows() * shown.pixelHeight(),
                shown.north());
        canvas.fill(frame, UNKNOWN);
        scale.legend(canvas, format, "K", MARGIN, top + panelHeight + 8, LEGEND_WIDTH);
        return new MapPanel(canvas, frame, area);
    }

    /** @param kelvin value of a pixel of the clip by its index; NaN if there is none */
    private void pixels(MapPanel panel, ColourScale scale, IntToDoubleFunction kelvin) {
        RasterGrid grid = clip.grid();
        for (int p = 0; p < grid.pixels(); p++) {
            double value = kelvin.applyAsDouble(p);
            if (!Double.isNaN(value)) {
                double east = grid.west() + (p % grid.columns() + 0.5) * grid.pixelWidth();
                double north = grid.north() - (Math.floorDiv(p, grid.columns()) + 0.5) * grid.pixelHeight();
                panel.cell(east, north, grid.pixelMetres(), scale.of(value));
            }
        }
    }

    /** Draws each sample as a cell of the sampling grid. */
    private void samples(MapPanel panel) {
        NativeSamples samples = recovery.samples();
        for (int i = 0; i < samples.count(); i++) {
            double[] index = samples.grid().indexOf(samples.east(i), samples.north(i));
            double radiance = samples.value(i) * clip.scaling().multiplier()
                    + clip.scaling().offset();
            double kelvin = clip.radiometry().brightnessTemperature(radiance);
            MapCell cell = MapCell.of(samples.grid(), (int) Math.rint(index[0]), (int) Math.rint(index[1]), kelvin);
            panel.area(cell.outline(), temperatures.of(kelvin));
        }
    }
}
