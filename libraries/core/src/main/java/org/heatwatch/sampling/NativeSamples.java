package org.heatwatch.sampling;

import java.util.Arrays;
import org.heatwatch.numbers.Finite;
import org.locationtech.jts.geom.Envelope;

/**
 * The samples that the sensor took before resampling: nearly independent values and their exact positions.
 *
 * <p>A sample is usable if all pixels that determine it, those nearer than one sample in both directions, are in the
 * image and valid.
 */
public final class NativeSamples {
    private final SamplingGrid grid;
    private final double residual;
    private final int[] across;
    private final int[] along;
    private final double[] value;
    private final double[] east;
    private final double[] north;

    private NativeSamples(
            SamplingGrid grid,
            double residual,
            int[] across,
            int[] along,
            double[] value,
            double[] east,
            double[] north) {
        this.grid = grid;
        this.residual = residual;
        this.across = across;
        this.along = along;
        this.value = value;
        this.east = east;
        this.north = north;
    }

    private static NativeSamples located(
            SamplingGrid grid, double residual, int[] across, int[] along, double[] value) {
        double[] east = new double[value.length];
        double[] north = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            double[] at = grid.positionOf(across[i], along[i]);
            east[i] = at[0];
            north[i] = at[1];
        }
        return new NativeSamples(grid, residual, across, along, value, east, north);
    }

    /**
     * Samples that were recovered earlier.
     *
     * @param grid of the samples
     * @param residual root mean square residual of the pixels, in the unit of the values
     * @param across index of each sample on the grid, as {@link #across(int)}
     * @param along index of each sample on the grid, as {@link #along(int)}
     * @param value of each sample, in any unit that is linear in radiance
     * @throws IllegalArgumentException if the arrays differ in length, or a number is NaN or infinite
     */
    public static NativeSamples of(SamplingGrid grid, double residual, int[] across, int[] along, double[] value) {
        if (across.length != value.length || along.length != value.length) {
            throw new IllegalArgumentException(
                    "%d and %d indices for %d samples".formatted(across.length, along.length, value.length));
        }
        Finite.require(residual, "the residual");
        for (double sample : value) {
            Finite.require(sample, "a sample");
        }
        return located(grid, residual, across.clone(), along.clone(), value.clone());
    }

    /** The usable samples of a finished fit. */
    static NativeSamples of(ThermalImage image, GridFit fit) {
        SamplingGrid grid = fit.grid();
        SampleLayout layout = fit.layout();
        int wholeAcross = (int) Math.floor(grid.phaseAcross());
        int wholeAlong = (int) Math.floor(grid.phaseAlong());
        int[] across = new int[layout.count()];
        int[] along = new int[layout.count()];
        double[] value = new double[layout.count()];
        int n = 0;
        for (int i = 0; i < layout.count(); i++) {
            int[] index = layout.gridIndices(i);
            if (isDetermined(image, grid, index[0], index[1])) {
                across[n] = index[0] + wholeAcross;
                along[n] = index[1] + wholeAlong;
                value[n] = fit.sample(i);
                n++;
            }
        }
        return located(
                grid.canonical(),
                fit.misfit(),
                Arrays.copyOf(across, n),
                Arrays.copyOf(along, n),
                Arrays.copyOf(value, n));
    }

    private static boolean isDetermined(ThermalImage image, SamplingGrid grid, int across, int along) {
        Envelope box = neighbourhood(grid, across, along);
        double pixel = image.pixelMetres();
        int firstColumn = (int) Math.ceil((box.getMinX() - image.west()) / pixel - 0.5);
        int lastColumn = (int) Math.floor((box.getMaxX() - image.west()) / pixel - 0.5);
        int firstRow = (int) Math.ceil((image.north() - box.getMaxY()) / pixel - 0.5);
        int lastRow = (int) Math.floor((image.north() - box.getMinY()) / pixel - 0.5);
        if (firstColumn < 0 || firstRow < 0 || lastColumn >= image.columns() || lastRow >= image.rows()) {
            return false;
        }
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                if (!image.isValid(row * image.columns() + column)) {
                    double[] at = grid.indexOf(image.eastOf(column), image.northOf(row));
                    if (Math.abs(at[0] - across) < 1 && Math.abs(at[1] - along) < 1) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Bounding rectangle of the pixels nearer than one sample in both directions, in metres. */
    private static Envelope neighbourhood(SamplingGrid grid, int across, int along) {
        Envelope box = new Envelope();
        for (int corner = 0; corner < 4; corner++) {
            double[] at = grid.positionOf(across + (corner % 2 == 0 ? -1 : 1), along + (corner < 2 ? -1 : 1));
            box.expandToInclude(at[0], at[1]);
        }
        return box;
    }

    /** The grid: its origin is the centre of the image, its phases are between 0 and 1. */
    public SamplingGrid grid() {
        return grid;
    }

    /** Root mean square residual of the pixels, in the unit of the image. */
    public double residual() {
        return residual;
    }

    /** Number of samples. */
    public int count() {
        return value.length;
    }

    /** Index on the grid across track; {@link SamplingGrid#positionOf} converts the indices to a position. */
    public int across(int sample) {
        return across[sample];
    }

    /** Index on the grid along track. */
    public int along(int sample) {
        return along[sample];
    }

    /** Value of a sample in the unit of the image. */
    public double value(int sample) {
        return value[sample];
    }

    /** Easting in metres. */
    public double east(int sample) {
        return east[sample];
    }

    /** Northing in metres. */
    public double north(int sample) {
        return north[sample];
    }
}
