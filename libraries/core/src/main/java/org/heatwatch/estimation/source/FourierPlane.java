package org.heatwatch.estimation.source;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math4.transform.FastFourierTransform;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Two-dimensional Fourier transform of a raster in a larger square with zeros around it, so that filters do not wrap
 * around its edges.
 */
final class FourierPlane {
    /** Zeros around the raster: beyond the reach of the filters, in metres. */
    private static final double MARGIN_METRES = 1000;

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

    /**
     * A transform: real and imaginary parts, row by row.
     *
     * @param real not copied
     * @param imaginary not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // modified in place
    record Spectrum(double[][] real, double[][] imaginary) {}

    int size() {
        return size;
    }

    /** Number of cells. */
    double cells() {
        return (double) size * size;
    }

    /** Transform of a raster. */
    Spectrum transform(CompositeRaster raster) {
        double[][] real = new double[size][size];
        for (int row = 0; row < raster.rows(); row++) {
            System.arraycopy(raster.values(), row * raster.columns(), real[row], 0, raster.columns());
        }
        Spectrum spectrum = new Spectrum(real, new double[size][size]);
        transform(spectrum, FORWARD);
        return spectrum;
    }

    /** Inverse transform of a spectrum, whose arrays it overwrites; the real part, row by row. */
    double[][] inverse(Spectrum spectrum) {
        transform(spectrum, INVERSE);
        return spectrum.real();
    }

    /** The part of a plane that is a raster. */
    CompositeRaster crop(double[][] plane, CompositeRaster like) {
        double[] values = new double[like.values().length];
        for (int row = 0; row < like.rows(); row++) {
            System.arraycopy(plane[row], 0, values, row * like.columns(), like.columns());
        }
        return like.with(values);
    }

    /** A spectrum times a real factor of the frequency, in cycles per metre. */
    Spectrum times(Spectrum spectrum, DoubleUnaryOperator factorOfFrequency) {
        double[][] real = new double[size][size];
        double[][] imaginary = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double factor = factorOfFrequency.applyAsDouble(frequency(row, column));
                real[row][column] = spectrum.real()[row][column] * factor;
                imaginary[row][column] = spectrum.imaginary()[row][column] * factor;
            }
        }
        return new Spectrum(real, imaginary);
    }

    /** A real, isotropic spectrum. */
    Spectrum isotropic(DoubleUnaryOperator valueOfFrequency) {
        double[][] ones = new double[size][size];
        Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
        return times(new Spectrum(ones, new double[size][size]), valueOfFrequency);
    }

    /** Frequency of a cell of a spectrum, in cycles per metre. */
    double frequency(int row, int column) {
        return Math.hypot(cycles(row), cycles(column));
    }

    private double cycles(int index) {
        int wrapped = index <= size / 2 ? index : index - size;
        return wrapped / (size * CompositeRaster.SPACING_METRES);
    }

    private void transform(Spectrum spectrum, FastFourierTransform along) {
        double[][] real = spectrum.real();
        double[][] imaginary = spectrum.imaginary();
        IntStream.range(0, size)
                .parallel()
                .forEach(row -> along.transformInPlace(new double[][] {real[row], imaginary[row]}));
        IntStream.range(0, size).parallel().forEach(column -> {
            double[][] parts = new double[2][size];
            for (int row = 0; row < size; row++) {
                parts[0][row] = real[row][column];
                parts[1][row] = imaginary[row][column];
            }
            along.transformInPlace(parts);
            for (int row = 0; row < size; row++) {
                real[row][column] = parts[0][row];
                imaginary[row][column] = parts[1][row];
            }
        });
    }
}
