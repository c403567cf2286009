package org.heatwatch.clip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heatwatch.landsat.QaPixel;
import org.heatwatch.landsat.Scaling;

/**
 * Selects the area of a product to inspect when no site is given: a clear square near the centre of the covered pixels.
 */
public final class ClearMiddle {
    /** Side of the square in pixels. */
    public static final int SIDE = 130;

    private static final int STEP = 26;
    private static final double LEAST_CLEAR_SHARE = 0.95;

    private record Candidate(PixelRectangle square, double clearShare, double distance) {}

    private ClearMiddle() {}

    /** Selects the square; the whole product if it is smaller. */
    public static PixelRectangle of(Product product) {
        try (BandRaster thermal = product.thermalBand();
                BandRaster quality = product.qualityBand()) {
            RasterGrid grid = thermal.grid();
            int columns = Math.min(SIDE, grid.columns());
            int rows = Math.min(SIDE, grid.rows());
            Blocks blocks = Blocks.of(thermal, quality, product.radianceScaling());
            List<Candidate> candidates = new ArrayList<>();
            for (int row = 0; row + rows <= grid.rows(); row += STEP) {
                for (int column = 0; column + columns <= grid.columns(); column += STEP) {
                    PixelRectangle square = new PixelRectangle(column, row, columns, rows);
                    candidates.add(new Candidate(square, blocks.clearShare(square), blocks.distance(square)));
                }
            }
            return candidates.stream()
                    .filter(c -> c.clearShare >= LEAST_CLEAR_SHARE)
                    .min(Comparator.comparingDouble(Candidate::distance))
                    .or(() -> candidates.stream().max(Comparator.comparingDouble(Candidate::clearShare)))
                    .orElseThrow()
                    .square();
        }
    }

    /** Numbers of clear and covered pixels in blocks of {@link #STEP} pixels. */
    private static final class Blocks {
        private final int across;
        private final int[] clear;
        private final double middleColumn;
        private final double middleRow;

        private Blocks(int across, int[] clear, double middleColumn, double middleRow) {
            this.across = across;
            this.clear = clear;
            this.middleColumn = middleColumn;
            this.middleRow = middleRow;
        }

        static Blocks of(BandRaster thermal, BandRaster quality, Scaling scaling) {
            RasterGrid grid = thermal.grid();
            int across = (grid.columns() + STEP - 1) / STEP;
            int[] clear = new int[across * ((grid.rows() + STEP - 1) / STEP)];
            double columnSum = 0;
            double rowSum = 0;
            double covered = 0;
            PixelRectangle whole = new PixelRectangle(0, 0, grid.columns(), grid.rows());
            for (PixelRectangle strip : ProductSummary.strips(whole)) {
                int[] counts = thermal.read(strip);
                int[] qa = quality.read(strip);
                for (int p = 0; p < counts.length; p++) {
                    if (counts[p] != scaling.fill() && !QaPixel.isFill(qa[p])) {
                        int column = p % strip.columns();
                        int row = strip.row() + p / strip.columns();
                        covered++;
                        columnSum += column;
                        rowSum += row;
                        clear[row / STEP * across + column / STEP] += QaPixel.isUsable(qa[p]) ? 1 : 0;
                    }
                }
            }
            return new Blocks(across, clear, columnSum / Math.max(1, covered), rowSum / Math.max(1, covered));
        }

        double clearShare(PixelRectangle square) {
            double sum = 0;
            for (int row = square.row(); row < square.row() + square.rows(); row += STEP) {
                for (int column = square.column(); column < square.column() + square.columns(); column += STEP) {
                    sum += clear[row / STEP * across + column / STEP];
                }
            }
            return sum / (square.columns() * square.rows());
        }

        double distance(PixelRectangle square) {
            return Math.hypot(
                    square.column() + square.columns() / 2.0 - middleColumn,
                    square.row() + square.rows() / 2.0 - middleRow);
        }
    }
}
