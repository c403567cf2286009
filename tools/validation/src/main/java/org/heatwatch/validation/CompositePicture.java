package org.heatwatch.validation;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.heatwatch.pictures.Canvas;
import org.heatwatch.pictures.ColourScale;
import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.validation.SpatialSearch.WarmPlace;

/** A composite and its error side by side, with numbered places. */
final class CompositePicture {
    private static final double LEFT = 20;
    private static final double TOP = 56;
    /** Approximate width of a panel. */
    private static final double PANEL = 440;

    private static final double GAP = 20;
    private static final double FOOT = 66;

    /** Pixels of a cell along each side: finer cells cannot be seen. */
    private static final int CELL = 2;

    private static final double LOWEST_SHARE = 0.005;
    private static final double HIGHEST_SHARE = 0.995;
    private static final double CIRCLE = 7;

    private final ThermalImage frame;
    private final Canvas canvas;
    private final double pointsPerPixel;
    private final double width;
    private final double height;

    private CompositePicture(ThermalImage frame) {
        this.frame = frame;
        // Cells of whole device pixels, two per point, have no seams.
        this.pointsPerPixel = Math.max(1, Math.rint(2 * PANEL * CELL / frame.columns())) / (2 * CELL);
        this.width = pointsPerPixel * frame.columns();
        this.height = pointsPerPixel * frame.rows();
        this.canvas = new Canvas((int) (2 * LEFT + 2 * width + GAP), (int) (TOP + height + FOOT));
    }

    static CompositePicture of(String name, SeriesComposite composite, List<WarmPlace> places) {
        CompositePicture picture = new CompositePicture(composite.frame());
        picture.canvas.bold(name, LEFT, 22, 15);
        picture.panel("Composite: mean of the dates", composite.kelvin(), "%+.0f", LEFT);
        picture.panel("Standard error of the composite", composite.error(), "%.2f", LEFT + picture.width + GAP);
        for (int i = 0; i < places.size(); i++) {
            picture.mark(Integer.toString(i + 1), places.get(i), LEFT);
            picture.mark(Integer.toString(i + 1), places.get(i), LEFT + picture.width + GAP);
        }
        picture.canvas.text(
                "Circles: the warmest places relative to their surroundings. Landsat data courtesy of the U.S. "
                        + "Geological Survey.",
                LEFT,
                TOP + picture.height + FOOT - 8,
                10);
        return picture;
    }

    private void panel(String title, double[] values, String form, double left) {
        canvas.text(title, left, TOP - 10, 12);
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double low = sorted[(int) (LOWEST_SHARE * (sorted.length - 1))];
        double high = sorted[(int) (HIGHEST_SHARE * (sorted.length - 1))];
        ColourScale scale = ColourScale.warmth(low, high);
        double side = CELL * pointsPerPixel;
        for (int row = 0; row + CELL <= frame.rows(); row += CELL) {
            for (int column = 0; column + CELL <= frame.columns(); column += CELL) {
                canvas.fill(
                        new Rectangle2D.Double(left + column * pointsPerPixel, TOP + row * pointsPerPixel, side, side),
                        scale.of(mean(values, row, column)));
            }
        }
        canvas.draw(new Rectangle2D.Double(left, TOP, width, height), Color.GRAY, 0.8);
        scale.legend(canvas, form, "K", left, TOP + height + 10, width / 2);
    }

    private double mean(double[] values, int row, int column) {
        double sum = 0;
        for (int r = row; r < row + CELL; r++) {
            for (int c = column; c < column + CELL; c++) {
                sum += values[r * frame.columns() + c];
            }
        }
        return sum / (CELL * CELL);
    }

    private void mark(String label, WarmPlace place, double left) {
        double x = left + (place.column() + 0.5) * pointsPerPixel;
        double y = TOP + (place.row() + 0.5) * pointsPerPixel;
        Ellipse2D circle = new Ellipse2D.Double(x - CIRCLE, y - CIRCLE, 2 * CIRCLE, 2 * CIRCLE);
        canvas.draw(circle, Color.WHITE, 3);
        canvas.draw(circle, new Color(0xC00000), 1.4);
        Rectangle2D behind = new Rectangle2D.Double(x + CIRCLE, y - CIRCLE - 4, 6 + 6.0 * label.length(), 12);
        canvas.fill(behind, new Color(255, 255, 255, 215));
        canvas.text(label, x + CIRCLE + 3, y - CIRCLE + 5, 10);
    }

    void write(Path file) throws IOException {
        Files.write(file, canvas.png());
    }
}
