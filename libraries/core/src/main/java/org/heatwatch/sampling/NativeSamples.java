package org.heatwatch.sampling;

import java.util.Arrays;

/**
 * What the sensor sampled: values and their exact places, nearly independent of each other.
 *
 * <p>A sample can be used when all pixels that determine it, those nearer than one sample in both directions, lie in the
 * image and are valid.
 */
public final class NativeSamples {
    private final SamplingGrid grid;
    private final double residual;
    private final int[] across;
    private final int[] along;
    private final double[] value;
    private final double[] east;
    private final double[] north;

    private NativeSamples(SamplingGrid grid, double residual, int[] across, int[] along, double[] value) {
        this.grid = grid;
        this.residual = residual;
        this.across = across;
        this.along = along;
        this.value = value;
        this.east = new double[value.length];
        this.north = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            double[] at = grid.positionOf(across[i], along[i]);
            east[i] = at[0];
            north[i] = at[1];
        }
    }

    /**
     * Samples that were found before.
     *
     * @param residual in the unit of the values
     * @param across index of each sample on the grid, as {@link #across(int)}
     * @param along index of each sample on the grid, as {@link #along(int)}
     * @param value of each sample, in any unit that is linear in radiance
     */
    public static NativeSamples of(SamplingGrid grid, double residual, int[] across, int[] along, double[] value) {
        if (across.length != value.length || along.length != value.length) {
            throw new IllegalArgumentException(
                    "%d and %d indices for %d samples".formatted(across.length, along.length, value.length));
        }
        return new NativeSamples(grid, residual, across.clone(), along.clone(), value.clone());
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
            int[] index = layout.indexOf(i);
            if (isDetermined(image, grid, index[0], index[1])) {
                across[n] = index[0] + wholeAcross;
                along[n] = index[1] + wholeAlong;
                value[n] = fit.sample(i);
                n++;
            }
        }
        return new NativeSamples(
                grid.canonical(),
                fit.misfit(),
                Arrays.copyOf(across, n),
                Arrays.copyOf(along, n),
                Arrays.copyOf(value, n));
    }

    private static boolean isDetermined(ThermalImage image, SamplingGrid grid, int across, int along) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double[] at = grid.positionOf(across + (corner % 2 == 0 ? -1 : 1), along + (corner < 2 ? -1 : 1));
            west = Math.min(west, at[0]);
            east = Math.max(east, at[0]);
            south = Math.min(south, at[1]);
            north = Math.max(north, at[1]);
        }
        double pixel = image.pixelMetres();
        int firstColumn = (int) Math.ceil((west - image.west()) / pixel - 0.5);
        int lastColumn = (int) Math.floor((east - image.west()) / pixel - 0.5);
        int firstRow = (int) Math.ceil((image.north() - north) / pixel - 0.5);
        int lastRow = (int) Math.floor((image.north() - south) / pixel - 0.5);
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

    /** The grid; its origin is the centre of the image, its phases are between 0 and 1. */
    public SamplingGrid grid() {
        return grid;
    }

    /** Root mean square of what the samples leave over of the pixels, in the image's unit. */
    public double residual() {
        return residual;
    }

    public int count() {
        return value.length;
    }

    /** Index on the grid across track: {@link SamplingGrid#positionOf} tells the place of the sample exactly. */
    public int across(int sample) {
        return across[sample];
    }

    /** Index on the grid along track. */
    public int along(int sample) {
        return along[sample];
    }

    /** Value in the image's unit. */
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
