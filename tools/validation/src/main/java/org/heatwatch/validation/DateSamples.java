package org.heatwatch.validation;

import java.util.Arrays;
import java.util.List;
import org.heatwatch.sampling.FittedSamples;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.sampling.ThermalImage;

/**
 * Native samples of a whole image on a known grid, fitted tile by tile: the cost of one fit rises with the square of
 * its area.
 */
final class DateSamples {
    static final int TILE_PIXELS = 110;
    private static final int MARGIN_PIXELS = 16;
    private static final int FEWEST_PIXELS = 900;

    private final double[] east;
    private final double[] north;
    private final double[] counts;
    private final double[] residuals;
    private final double bend;

    private DateSamples(double[] east, double[] north, double[] counts, double[] residuals, double bend) {
        this.east = east;
        this.north = north;
        this.counts = counts;
        this.residuals = residuals;
        this.bend = bend;
    }

    /** Fits the samples of an image; all tiles start at this grid and may move within the prior of a known grid. */
    static DateSamples of(ThermalImage image, SamplingGrid grid) {
        List<ImageTile> tiles = ImageTile.of(image.rows(), image.columns(), TILE_PIXELS, MARGIN_PIXELS);
        Collected all = new Collected(image);
        for (ImageTile tile : tiles) {
            ThermalImage cut = tile.cut(image);
            if (cut.validCount() >= FEWEST_PIXELS) {
                all.add(tile, FittedSamples.of(cut, grid, GridPrior.frozen(grid.geometry())), grid);
            }
        }
        return all.samples();
    }

    /** Easting of each sample in metres; not a copy. */
    double[] east() {
        return east;
    }

    /** Northing of each sample in metres; not a copy. */
    double[] north() {
        return north;
    }

    /** Value of each sample in counts; not a copy. */
    double[] counts() {
        return counts;
    }

    /** Pixel less model by pixel, in counts, NaN where masked; not a copy. */
    double[] residuals() {
        return residuals;
    }

    /** Root mean square distance in metres between the grids of the tiles and that of the whole image. */
    double bend() {
        return bend;
    }

    /** Root mean square residual of the pixels in counts. */
    double residual() {
        double sum = 0;
        int n = 0;
        for (double r : residuals) {
            if (!Double.isNaN(r)) {
                sum += r * r;
                n++;
            }
        }
        return Math.sqrt(sum / n);
    }

    private static final class Collected {
        private final ThermalImage image;
        private final double[] residuals;
        private double[] east = new double[1 << 12];
        private double[] north = new double[1 << 12];
        private double[] counts = new double[1 << 12];
        private int count;
        private double squaredBend;
        private int tiles;

        private Collected(ThermalImage image) {
            this.image = image;
            this.residuals = new double[image.size()];
            Arrays.fill(residuals, Double.NaN);
        }

        private void add(ImageTile tile, FittedSamples fitted, SamplingGrid grid) {
            NativeSamples samples = fitted.samples();
            for (int s = 0; s < samples.count(); s++) {
                if (ImageTile.contains(tile.core(image), samples.east(s), samples.north(s))) {
                    add(samples.east(s), samples.north(s), samples.value(s));
                }
            }
            for (int row = 0; row < tile.rows(); row++) {
                for (int column = 0; column < tile.columns(); column++) {
                    residuals[(tile.row() + row) * image.columns() + tile.column() + column] =
                            fitted.residuals().at(tile.cutIndex(row, column));
                }
            }
            double[] index =
                    grid.indexOf(samples.grid().originEast(), samples.grid().originNorth());
            double across = index[0] + samples.grid().phaseAcross();
            double along = index[1] + samples.grid().phaseAlong();
            double a = (across - Math.rint(across)) * grid.geometry().acrossMetres();
            double b = (along - Math.rint(along)) * grid.geometry().alongMetres();
            squaredBend += a * a + b * b;
            tiles++;
        }

        private void add(double e, double n, double value) {
            if (count == counts.length) {
                east = Arrays.copyOf(east, 2 * count);
                north = Arrays.copyOf(north, 2 * count);
                counts = Arrays.copyOf(counts, 2 * count);
            }
            east[count] = e;
            north[count] = n;
            counts[count++] = value;
        }

        private DateSamples samples() {
            return new DateSamples(
                    Arrays.copyOf(east, count),
                    Arrays.copyOf(north, count),
                    Arrays.copyOf(counts, count),
                    residuals,
                    Math.sqrt(squaredBend / Math.max(1, tiles)));
        }
    }
}
