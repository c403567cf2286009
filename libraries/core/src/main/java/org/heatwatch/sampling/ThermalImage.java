package org.heatwatch.sampling;

/**
 * A rectangle of delivered pixels, north up, in any unit linear in radiance, with a mask.
 *
 * <p>Values are stored row by row from the north-west corner. Pixels that are not valid are ignored.
 */
public final class ThermalImage {
    private final int rows;
    private final int columns;
    private final double[] values;
    private final boolean[] valid;
    private final double west;
    private final double north;
    private final double pixelMetres;

    /**
     * An image with copies of these arrays.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @param values {@code rows * columns} values
     * @param valid as many flags: false where the pixel must not be used
     * @param west easting of the outer western edge in metres
     * @param north northing of the outer northern edge in metres
     * @param pixelMetres side of a pixel in metres
     * @throws IllegalArgumentException if the arrays have other lengths
     */
    public ThermalImage(
            int rows, int columns, double[] values, boolean[] valid, double west, double north, double pixelMetres) {
        if (values.length != rows * columns || valid.length != rows * columns) {
            throw new IllegalArgumentException("%d x %d pixels need as many values and flags, got %d and %d"
                    .formatted(rows, columns, values.length, valid.length));
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values.clone();
        this.valid = valid.clone();
        this.west = west;
        this.north = north;
        this.pixelMetres = pixelMetres;
    }

    /** The part that starts at a row and column. */
    public ThermalImage part(int row, int column, int partRows, int partColumns) {
        double[] partValues = new double[partRows * partColumns];
        boolean[] partValid = new boolean[partRows * partColumns];
        for (int r = 0; r < partRows; r++) {
            System.arraycopy(values, (row + r) * columns + column, partValues, r * partColumns, partColumns);
            System.arraycopy(valid, (row + r) * columns + column, partValid, r * partColumns, partColumns);
        }
        return new ThermalImage(
                partRows,
                partColumns,
                partValues,
                partValid,
                west + column * pixelMetres,
                north - row * pixelMetres,
                pixelMetres);
    }

    /** The same image with only those pixels valid that are valid in both masks. */
    public ThermalImage masked(boolean[] also) {
        boolean[] both = new boolean[valid.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = valid[i] && also[i];
        }
        return new ThermalImage(rows, columns, values, both, west, north, pixelMetres);
    }

    /**
     * The same image less a value for each pixel.
     *
     * @param subtracted as many values as pixels, in the unit of the image
     * @throws IllegalArgumentException if there are more or fewer
     */
    public ThermalImage minus(double[] subtracted) {
        if (subtracted.length != values.length) {
            throw new IllegalArgumentException("%d values for %d pixels".formatted(subtracted.length, values.length));
        }
        double[] difference = values.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= subtracted[i];
        }
        return new ThermalImage(rows, columns, difference, valid, west, north, pixelMetres);
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of columns. */
    public int columns() {
        return columns;
    }

    /** Number of pixels. */
    public int size() {
        return values.length;
    }

    /** Side of a pixel in metres. */
    public double pixelMetres() {
        return pixelMetres;
    }

    /** Value of a pixel, counted row by row. */
    public double value(int pixel) {
        return values[pixel];
    }

    /** Whether a pixel may be used. */
    public boolean isValid(int pixel) {
        return valid[pixel];
    }

    /** Number of valid pixels. */
    public int validCount() {
        int count = 0;
        for (boolean v : valid) {
            count += v ? 1 : 0;
        }
        return count;
    }

    /** Mean of the valid pixels; NaN if there are none. */
    public double validMean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += valid[i] ? values[i] : 0;
        }
        return sum / validCount();
    }

    /** Easting of the outer western edge in metres. */
    public double west() {
        return west;
    }

    /** Northing of the outer northern edge in metres. */
    public double north() {
        return north;
    }

    /** Easting of the centre in metres. */
    public double centreEast() {
        return west + columns * pixelMetres / 2;
    }

    /** Northing of the centre in metres. */
    public double centreNorth() {
        return north - rows * pixelMetres / 2;
    }

    /** Easting in metres of the centres of a column of pixels. */
    double eastOf(int column) {
        return west + (column + 0.5) * pixelMetres;
    }

    /** Northing in metres of the centres of a row of pixels. */
    double northOf(int row) {
        return north - (row + 0.5) * pixelMetres;
    }
}
