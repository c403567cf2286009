package org.heatwatch.estimation.source;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math4.transform.FastFourierTransform;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Two-dimensional Fourier transform of rasters in a larger square with zeros around them, so that filters do not wrap
 * around their edges.
 *
 * <p>Rasters and filters are real. Two rasters are therefore transformed at once, one as the real and one as the
 * imaginary part, which takes half the time.
 */
final class FourierPlane {
    /** Zeros around the raster: beyond the reach of the filters, in metres. */
    private static final double MARGIN_METRES = 1000;

    /** Columns that are transformed together: their cells in a row are next to each other in memory. */
    private static final int COLUMNS = 8;

    private static final FastFourierTransform FORWARD =
            new FastFourierTransform(FastFourierTransform.Norm.STD, /* inverse= */ false);
    private static final FastFourierTransform INVERSE =
            new FastFourierTransform(FastFourierTransform.Norm.STD, /* inverse= */ true);

    private final int size;

    private FourierPlane(int size) {
        this.size = size;
    }

    /** The plane for rasters of a size. */
    static FourierPlane of(CompositeRaster raster) {
        int needed = Math.max(raster.columns(), raster.rows())
                + (int) Math.ceil(MARGIN_METRES / CompositeRaster.SPACING_METRES);
        return new FourierPlane(Integer.highestOneBit(Math.max(2, needed - 1)) * 2);
    }

    /** Real and imaginary parts, row by row. */
    @SuppressWarnings("ArrayRecordComponent") // modified in place
    private record Spectrum(double[][] real, double[][] imaginary) {}

    /** A real factor of each wave, row by row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Factors(double[][] values) {}

    int size() {
        return size;
    }

    /** The values of an isotropic function of the frequency, in cycles per metre. */
    Factors factors(DoubleUnaryOperator factorOfFrequency) {
        double[][] values = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                values[row][column] = factorOfFrequency.applyAsDouble(frequency(row, column));
            }
        }
        return new Factors(values);
    }

    /** Frequency of a cell of a spectrum, in cycles per metre. */
    double frequency(int row, int column) {
        return Math.hypot(cycles(row), cycles(column));
    }

    private double cycles(int index) {
        int wrapped = index <= size / 2 ? index : index - size;
        return wrapped / (size * CompositeRaster.SPACING_METRES);
    }

    /** Rasters of one size with each wave multiplied by its factor, in the same order. */
    List<CompositeRaster> filter(List<CompositeRaster> rasters, Factors factors) {
        return pairs(rasters).flatMap(pair -> filtered(pair, factors).stream()).toList();
    }

    /**
     * Summaries of the power of rasters of one size, row by row, two rasters at a time: the sum of their powers at each
     * wave and its opposite.
     */
    <R> List<R> powers(List<CompositeRaster> rasters, Function<double[][], R> summary) {
        return pairs(rasters).map(pair -> summary.apply(power(pair))).toList();
    }

    /** The real inverse transform of a real spectrum, row by row. */
    double[][] inverse(Factors spectrum) {
        double[][] real = new double[size][];
        for (int row = 0; row < size; row++) {
            real[row] = spectrum.values()[row].clone();
        }
        inverse(new Spectrum(real, new double[size][size]), size);
        return real;
    }

    private static Stream<List<CompositeRaster>> pairs(List<CompositeRaster> rasters) {
        return IntStream.range(0, (rasters.size() + 1) / 2)
                .parallel()
                .mapToObj(pair -> rasters.subList(2 * pair, Math.min(rasters.size(), 2 * pair + 2)));
    }

    private List<CompositeRaster> filtered(List<CompositeRaster> pair, Factors factors) {
        Spectrum spectrum = transform(pair);
        for (int row = 0; row < size; row++) {
            multiply(spectrum.real()[row], factors.values()[row]);
            multiply(spectrum.imaginary()[row], factors.values()[row]);
        }
        inverse(spectrum, pair.getFirst().rows());
        CompositeRaster first = crop(spectrum.real(), pair.getFirst());
        return pair.size() == 1 ? List.of(first) : List.of(first, crop(spectrum.imaginary(), pair.getLast()));
    }

    private static void multiply(double[] values, double[] factors) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }

    private double[][] power(List<CompositeRaster> pair) {
        Spectrum spectrum = transform(pair);
        for (int row = 0; row < size; row++) {
            double[] real = spectrum.real()[row];
            double[] imaginary = spectrum.imaginary()[row];
            for (int column = 0; column < size; column++) {
                real[column] = real[column] * real[column] + imaginary[column] * imaginary[column];
            }
        }
        return spectrum.real();
    }

    /** Transform of one or two rasters. */
    private Spectrum transform(List<CompositeRaster> pair) {
        Spectrum spectrum = new Spectrum(
                padded(pair.getFirst()), pair.size() == 1 ? new double[size][size] : padded(pair.getLast()));
        transformRows(spectrum, FORWARD, pair.getFirst().rows());
        transformColumns(spectrum, FORWARD);
        return spectrum;
    }

    private double[][] padded(CompositeRaster raster) {
        double[][] plane = new double[size][size];
        for (int row = 0; row < raster.rows(); row++) {
            System.arraycopy(raster.values(), row * raster.columns(), plane[row], 0, raster.columns());
        }
        return plane;
    }

    /** The part of a plane that is a raster. */
    private static CompositeRaster crop(double[][] plane, CompositeRaster like) {
        double[] values = new double[like.values().length];
        for (int row = 0; row < like.rows(); row++) {
            System.arraycopy(plane[row], 0, values, row * like.columns(), like.columns());
        }
        return like.with(values);
    }

    /** Inverse transform in place; only the first rows are complete. */
    private void inverse(Spectrum spectrum, int rows) {
        transformColumns(spectrum, INVERSE);
        transformRows(spectrum, INVERSE, rows);
    }

    private static void transformRows(Spectrum spectrum, FastFourierTransform along, int rows) {
        for (int row = 0; row < rows; row++) {
            along.transformInPlace(new double[][] {spectrum.real()[row], spectrum.imaginary()[row]});
        }
    }

    private void transformColumns(Spectrum spectrum, FastFourierTransform along) {
        int width = Math.min(COLUMNS, size);
        double[][][] columns = new double[width][2][size];
        for (int first = 0; first < size; first += width) {
            for (int row = 0; row < size; row++) {
                for (int i = 0; i < width; i++) {
                    columns[i][0][row] = spectrum.real()[row][first + i];
                    columns[i][1][row] = spectrum.imaginary()[row][first + i];
                }
            }
            for (double[][] column : columns) {
                along.transformInPlace(column);
            }
            for (int row = 0; row < size; row++) {
                for (int i = 0; i < width; i++) {
                    spectrum.real()[row][first + i] = columns[i][0][row];
                    spectrum.imaginary()[row][first + i] = columns[i][1][row];
                }
            }
        }
    }
}
