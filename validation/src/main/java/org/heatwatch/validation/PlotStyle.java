package org.heatwatch.validation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.heatwatch.pictures.Sheet;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** What all our plots have in common: colours, fonts, and how they become files. */
final class PlotStyle {
    /** Of the machine: these plots are for documents, and drawn by a library that takes no other. */
    private static final String FONT = "DejaVu Sans";

    static final int WIDTH = 720;
    static final int HEIGHT = 440;

    /** Told apart by readers of every kind of colour vision (Okabe and Ito 2008); yellow is left out, it fades on white. */
    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x333333)
    };

    private static final int LEGEND_LETTERS = 90;
    private static final int LEGEND_SYMBOL_LETTERS = 6;
    private static final int LEGEND_ROW = 24;

    /** Pixels of the file for each of the plot, so that it is sharp on today's screens. */
    private static final int RESOLUTION = 2;

    private PlotStyle() {}

    static Color colour(int series) {
        return COLOURS[series % COLOURS.length];
    }

    static void apply(AxesChartStyler style) {
        style.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartFontColor(Sheet.INK)
                .setChartTitleFont(new Font(FONT, Font.BOLD, 15))
                .setChartTitleBoxVisible(false)
                .setChartTitlePadding(8)
                .setChartPadding(14)
                .setSeriesColors(COLOURS)
                .setLegendBorderColor(Color.WHITE)
                .setLegendBackgroundColor(Color.WHITE)
                .setLegendFont(new Font(FONT, Font.PLAIN, 12))
                .setLegendPosition(LegendPosition.OutsideS)
                .setMarkerSize(8)
                .setAntiAlias(true);
        style.setPlotGridLinesColor(Sheet.FAINT)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotGridVerticalLinesVisible(false)
                .setPlotTicksMarksVisible(false)
                .setAxisTitleFont(new Font(FONT, Font.PLAIN, 13))
                .setAxisTickLabelsFont(new Font(FONT, Font.PLAIN, 12))
                .setAxisTickLabelsColor(Sheet.INK)
                .setYAxisLabelAlignment(TextAlignment.Right)
                .setAxisTicksLineVisible(false)
                .setErrorBarsColorSeriesColor(false)
                .setErrorBarsColor(Sheet.INK);
    }

    static void write(Chart<?, ?> chart, Path file) throws IOException {
        List<String> named = chart.getSeriesMap().values().stream()
                .filter(Series::isShowInLegend)
                .map(Series::getName)
                .toList();
        boolean onALine = named.stream()
                        .mapToInt(name -> name.length() + LEGEND_SYMBOL_LETTERS)
                        .sum()
                <= LEGEND_LETTERS;
        chart.getStyler().setLegendLayout(onALine ? LegendLayout.Horizontal : LegendLayout.Vertical);
        int height = onALine ? HEIGHT : HEIGHT + LEGEND_ROW * named.size();
        BufferedImage image = new BufferedImage(RESOLUTION * WIDTH, RESOLUTION * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(RESOLUTION, RESOLUTION);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.paint(graphics, WIDTH, height);
        graphics.dispose();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this JDK writes no PNG");
        }
    }
}
