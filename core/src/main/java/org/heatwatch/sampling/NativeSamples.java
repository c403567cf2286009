package org.heatwatch.sampling;

/**
 * What the sensor sampled: values and their exact places, nearly independent of each other.
 *
 * <p>A sample can be used when all pixels that determine it, those nearer than one sample in both directions, lie in the
 * image and are valid.
 */
public final class NativeSamples {
    private final SamplingGrid grid;
    private final double residual;
    private final double[] value;
    private final double[] east;
    private final double[] north;

    private NativeSamples(SamplingGrid grid, double residual, double[] value, double[] east, double[] north) {
        this.grid = grid;
        this.residual = residual;
        this.value = value;
        this.east = east;
        this.north = north;
    }

    /** The usable samples of a finished fit. */
    static NativeSamples of(ThermalImage image, GridFit fit) {
        SamplingGrid grid = fit.grid();
        SampleLayout layout = fit.layout();
        boolean[] usable = new boolean[layout.count()];
        double[][] places = new double[layout.count()][];
        int count = 0;
        for (int i = 0; i < usable.length; i++) {
            int[] index = layout.indexOf(i);
            places[i] = grid.positionOf(index[0], index[1]);
            usable[i] = isDetermined(image, grid, index[0], index[1]);
            count += usable[i] ? 1 : 0;
        }
        double[] value = new double[count];
        double[] east = new double[count];
        double[] north = new double[count];
        int n = 0;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                value[n] = fit.sample(i);
                east[n] = places[i][0];
                north[n] = places[i][1];
                n++;
            }
        }
        return new NativeSamples(grid.canonical(), fit.misfit(), value, east, north);
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
