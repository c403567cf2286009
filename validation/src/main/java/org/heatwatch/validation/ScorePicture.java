package org.heatwatch.validation;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heatwatch.pictures.Axes;
import org.heatwatch.pictures.Sheet;

/** How scores fall: evenly while a roof is idle, to the right once it is hot. */
final class ScorePicture {
    private static final int CLASSES = 20;
    private static final double TOP = 40;
    private static final double HEIGHT = 270;
    private static final Color IDLE = new Color(0x0072B2);
    private static final Color ON = new Color(0xD55E00);

    private final Sheet sheet = new Sheet(760, 380);

    private ScorePicture() {}

    /**
     * Draws two histograms.
     *
     * @param idle scores of idle looks, 0 to 100
     * @param on scores of looks while 3 K warmer
     */
    static void write(List<Double> idle, List<Double> on, Path file) throws IOException {
        ScorePicture picture = new ScorePicture();
        picture.histogram(58, idle, "Idle: %d looks".formatted(idle.size()), IDLE, 10, 2);
        picture.histogram(438, on, "3 K warmer: %d looks".formatted(on.size()), ON, 100, 20);
        picture.sheet.text(
                "Line: an even spread. The vertical scales of the two plots differ.", 58, TOP + HEIGHT + 62, 11);
        picture.sheet.write(file);
    }

    private void histogram(double left, List<Double> scores, String title, Color colour, double most, double step) {
        Axes axes = new Axes(sheet, new Rectangle2D.Double(left, TOP, 300, HEIGHT), 0, 100, 0, most);
        sheet.bold(title, left, TOP - 14, 13);
        for (double share = 0; share <= most; share += step) {
            axes.tickY(share, "%.0f %%".formatted(share));
        }
        double[] counts = new double[CLASSES];
        for (double score : scores) {
            counts[Math.min(CLASSES - 1, (int) (score * CLASSES / 100))]++;
        }
        double width = 100.0 / CLASSES;
        for (int i = 0; i < CLASSES; i++) {
            axes.bar(i * width + 0.4, 0, (i + 1) * width - 0.4, 100 * counts[i] / scores.size(), colour);
        }
        axes.line(0, width, 100, width, Color.BLACK, 1.2);
        for (int score = 0; score <= 100; score += 25) {
            axes.tickX(score, "%d".formatted(score));
        }
        axes.titleX("heat score");
    }
}
