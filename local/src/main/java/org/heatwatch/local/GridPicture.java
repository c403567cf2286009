package org.heatwatch.local;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.pictures.ColourScale;
import org.heatwatch.sampling.LeftOver;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.SamplingGrid;

/** Delivered pixels, the samples that were recovered from them, and what those leave over, one below the other. */
final class GridPicture {
    private static final int SCALE = 6;
    private static final int MARGIN = 24;
    private static final int TITLE = 44;
    private static final int LEGEND = 46;
    private static final ColourScale LEFT_OVER = ColourScale.difference(0.05);

    private final Clip clip;
    private final Recovery.Resolved recovery;
    private final PixelRectangle shown;
    private final ColourScale warmth;
    private final double kelvinPerCount;

    private GridPicture(Clip clip, Recovery.Resolved recovery) {
        this.clip = clip;
        this.recovery = recovery;
        double[] kelvin = IntStream.range(0, clip.grid().pixels())
                .filter(clip::isClear)
                .mapToDouble(clip::brightnessTemperature)
                .sorted()
                .toArray();
        shown = covered(clip);
        warmth = ColourScale.warmth(kelvin[kelvin.length / 200], kelvin[kelvin.length - 1 - kelvin.length / 200]);
        kelvinPerCount = clip.kelvinPerCount();
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

    /** The picture as PNG. */
    static byte[] png(Clip clip, Recovery.Resolved recovery) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new GridPicture(clip, recovery).draw(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes a picture", e);
        }
        return bytes.toByteArray();
    }

    private BufferedImage draw() {
        int panelWidth = shown.columns() * SCALE;
        int panelHeight = shown.rows() * SCALE;
        int step = TITLE + panelHeight + LEGEND;
        BufferedImage image =
                new BufferedImage(panelWidth + 2 * MARGIN, 3 * step + MARGIN + TITLE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        text(
                g,
                clip.product().id() + ", brightness temperature at the top of the atmosphere",
                MARGIN,
                30,
                18,
                Font.BOLD);
        NativeSamples samples = recovery.samples();
        int top = TITLE;
        panel(g, top, "1  Delivered: %d x %d pixels of 30 m".formatted(shown.columns(), shown.rows()), this::pixels);
        legend(g, top + TITLE + panelHeight + 8, warmth, "%.1f K");
        top += step;
        panel(
                g,
                top,
                "2  Recovered: %d samples of the sensor, %.1f x %.1f m, turned by %.2f degrees"
                        .formatted(
                                samples.count(),
                                samples.grid().geometry().acrossMetres(),
                                samples.grid().geometry().alongMetres(),
                                samples.grid().geometry().rotationDegrees()),
                this::samples);
        legend(g, top + TITLE + panelHeight + 8, warmth, "%.1f K");
        top += step;
        panel(
                g,
                top,
                "3  Left over: delivered less what the samples give, %.4f K in the mean square (wrong grids: %.2f K)"
                        .formatted(
                                recovery.quality().residual() * kelvinPerCount,
                                recovery.quality().wrongGrid() * kelvinPerCount),
                this::leftOver);
        legend(g, top + TITLE + panelHeight + 8, LEFT_OVER, "%+.2f K");
        g.dispose();
        return image;
    }

    private interface Painter {
        void paint(Graphics2D g);
    }

    private void panel(Graphics2D g, int top, String title, Painter painter) {
        text(g, title, MARGIN, top + 30, 15, Font.PLAIN);
        Graphics2D part = (Graphics2D) g.create(MARGIN, top + TITLE, shown.columns() * SCALE, shown.rows() * SCALE);
        part.setColor(new Color(0xdddddd));
        part.fillRect(0, 0, shown.columns() * SCALE, shown.rows() * SCALE);
        part.translate(-shown.column() * SCALE, -shown.row() * SCALE);
        painter.paint(part);
        part.dispose();
    }

    private void pixels(Graphics2D g) {
        for (int p = 0; p < clip.grid().pixels(); p++) {
            if (clip.isClear(p)) {
                pixel(g, p, warmth.of(clip.brightnessTemperature(p)));
            }
        }
    }

    private void leftOver(Graphics2D g) {
        LeftOver leftOver = recovery.leftOver();
        for (int p = 0; p < clip.grid().pixels(); p++) {
            double kelvin = leftOver.at(p) * kelvinPerCount;
            if (!Double.isNaN(kelvin)) {
                pixel(g, p, LEFT_OVER.of(kelvin));
            }
        }
    }

    private void pixel(Graphics2D g, int p, Color colour) {
        int columns = clip.grid().columns();
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(
                (double) (p % columns) * SCALE, Math.floorDiv(p, columns) * (double) SCALE, SCALE, SCALE));
    }

    /** Each sample as the cell of the grid that it stands for. */
    private void samples(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        NativeSamples samples = recovery.samples();
        SamplingGrid grid = samples.grid();
        for (int i = 0; i < samples.count(); i++) {
            double[] index = grid.indexOf(samples.east(i), samples.north(i));
            Path2D cell = new Path2D.Double();
            for (int corner = 0; corner < 4; corner++) {
                double across = index[0] + (corner == 0 || corner == 3 ? -0.5 : 0.5);
                double along = index[1] + (corner < 2 ? -0.5 : 0.5);
                double[] at = grid.positionOf(across, along);
                double x = (at[0] - clip.grid().west()) / clip.grid().pixelMetres() * SCALE;
                double y = (clip.grid().north() - at[1]) / clip.grid().pixelMetres() * SCALE;
                if (corner == 0) {
                    cell.moveTo(x, y);
                } else {
                    cell.lineTo(x, y);
                }
            }
            cell.closePath();
            double radiance = samples.value(i) * clip.scaling().multiplier()
                    + clip.scaling().offset();
            g.setColor(warmth.of(clip.radiometry().brightnessTemperature(radiance)));
            g.fill(cell);
            g.draw(cell);
        }
    }

    private static void legend(Graphics2D g, int top, ColourScale scale, String form) {
        int width = 260;
        for (int x = 0; x < width; x++) {
            g.setColor(scale.of(scale.low() + (scale.high() - scale.low()) * x / (width - 1)));
            g.fillRect(MARGIN + 80 + x, top, 1, 14);
        }
        text(g, form.formatted(scale.low()), MARGIN, top + 13, 14, Font.PLAIN);
        text(g, form.formatted(scale.high()), MARGIN + 80 + width + 10, top + 13, 14, Font.PLAIN);
    }

    private static void text(Graphics2D g, String text, int x, int y, int size, int style) {
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, style, size));
        g.drawString(String.format(Locale.ROOT, "%s", text), x, y);
    }
}
