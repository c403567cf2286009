package org.heatwatch.cli;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.pictures.ColourScale;
import org.heatwatch.pictures.MapCell;
import org.heatwatch.pictures.MapPanel;
import org.heatwatch.pictures.Sheet;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;

/** Delivered pixels, the samples that were recovered from them, and what those leave over, one below the other. */
final class GridPicture {
    private static final double POINTS_PER_PIXEL = 3;
    private static final double MARGIN = 12;
    private static final double HEAD = 32;
    private static final double FOOT = 36;
    private static final double LEGEND_WIDTH = 190;
    private static final Color UNKNOWN = new Color(0xDDDDDD);
    private static final ColourScale LEFT_OVER = ColourScale.difference(0.05);

    private final Clip clip;
    private final Recovery.Resolved recovery;
    private final RasterGrid shown;
    private final ColourScale warmth;
    private final Sheet sheet;
    private final double panelHeight;

    private GridPicture(Clip clip, Recovery.Resolved recovery) {
        this.clip = clip;
        this.recovery = recovery;
        this.shown = clip.grid().part(covered(clip));
        double[] kelvin = IntStream.range(0, clip.grid().pixels())
                .filter(clip::isClear)
                .mapToDouble(clip::brightnessTemperature)
                .sorted()
                .toArray();
        warmth = ColourScale.warmth(kelvin[kelvin.length / 200], kelvin[kelvin.length - 1 - kelvin.length / 200]);
        panelHeight = POINTS_PER_PIXEL * shown.rows();
        sheet = new Sheet((int) (POINTS_PER_PIXEL * shown.columns() + 2 * MARGIN), (int)
                (HEAD + 3 * (HEAD + panelHeight + FOOT)));
    }

    /** The smallest rectangle that holds all covered pixels. */
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

    /** The picture as PNG, two pixels to the point. */
    static byte[] png(Clip clip, Recovery.Resolved recovery) {
        GridPicture picture = new GridPicture(clip, recovery);
        picture.draw();
        return picture.sheet.png();
    }

    private void draw() {
        double kelvinPerCount = clip.kelvinPerCount();
        SamplingGrid grid = recovery.samples().grid();
        sheet.bold(clip.product().id() + ", brightness temperature at the top of the atmosphere", MARGIN, 22, 11);
        MapPanel delivered = panel(0, warmth, "%.1f");
        pixels(delivered, warmth, p -> clip.isClear(p) ? clip.brightnessTemperature(p) : Double.NaN);
        delivered.finish("1  Delivered: %d x %d pixels of 30 m".formatted(shown.columns(), shown.rows()));
        MapPanel samples = panel(1, warmth, "%.1f");
        samples(samples);
        samples.finish("2  Recovered: %d samples of the sensor, %.1f x %.1f m, turned by %.2f degrees"
                .formatted(
                        recovery.samples().count(),
                        grid.geometry().acrossMetres(),
                        grid.geometry().alongMetres(),
                        grid.geometry().rotationDegrees()));
        MapPanel left = panel(2, LEFT_OVER, "%+.2f");
        pixels(left, LEFT_OVER, p -> recovery.leftOver().at(p) * kelvinPerCount);
        left.finish("3  Left over by the samples: %.4f K in the mean square (wrong grids: %.2f K)"
                .formatted(
                        recovery.quality().residual() * kelvinPerCount,
                        recovery.quality().wrongGrid() * kelvinPerCount));
    }

    /** One of the three maps, empty yet, with its legend below. */
    private MapPanel panel(int number, ColourScale scale, String form) {
        double top = 2 * HEAD + number * (HEAD + panelHeight + FOOT);
        Rectangle2D frame = new Rectangle2D.Double(MARGIN, top, POINTS_PER_PIXEL * shown.columns(), panelHeight);
        Envelope area = new Envelope(
                shown.west(),
                shown.west() + shown.columns() * shown.pixelWidth(),
                shown.north() - shown.rows() * shown.pixelHeight(),
                shown.north());
        sheet.fill(frame, UNKNOWN);
        scale.legend(sheet, form, "K", MARGIN, top + panelHeight + 8, LEGEND_WIDTH);
        return new MapPanel(sheet, frame, area);
    }

    /** @param kelvin of a pixel of the clip; NaN if there is none */
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

    /** Each sample as the cell of the grid that it stands for. */
    private void samples(MapPanel panel) {
        NativeSamples samples = recovery.samples();
        for (int i = 0; i < samples.count(); i++) {
            double[] index = samples.grid().indexOf(samples.east(i), samples.north(i));
            double radiance = samples.value(i) * clip.scaling().multiplier()
                    + clip.scaling().offset();
            double kelvin = clip.radiometry().brightnessTemperature(radiance);
            MapCell cell = MapCell.of(samples.grid(), (int) Math.rint(index[0]), (int) Math.rint(index[1]), kelvin);
            panel.area(cell.outline(), warmth.of(kelvin));
        }
    }
}
