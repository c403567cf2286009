package org.heatwatch.validation;

/**
 * A complex image of {@link PixelSeries#SIDE} x {@link PixelSeries#SIDE} values and its discrete Fourier transform,
 * which is not scaled in the forward direction. Radix 2, decimation in time.
 */
final class PixelTransform {
    static final int SIDE = PixelSeries.SIDE;
    private static final int BITS = Integer.numberOfTrailingZeros(SIDE);
    private static final double[] COSINES = new double[SIDE / 2];
    private static final double[] SINES = new double[SIDE / 2];

    static {
        for (int i = 0; i < SIDE / 2; i++) {
            COSINES[i] = Math.cos(2 * Math.PI * i / SIDE);
            SINES[i] = Math.sin(2 * Math.PI * i / SIDE);
        }
    }

    private final double[] real;
    private final double[] imaginary;

    /** A plane that keeps these arrays of real and imaginary parts, row by row. */
    PixelTransform(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /** The real parts themselves, not a copy. */
    double[] real() {
        return real;
    }

    /** The imaginary parts themselves, not a copy. */
    double[] imaginary() {
        return imaginary;
    }

    /** The transform of a real image. */
    static PixelTransform transformOf(double[] image) {
        PixelTransform plane = new PixelTransform(image.clone(), new double[image.length]);
        plane.transform(-1);
        return plane;
    }

    /** The real part of the inverse transform. */
    double[] inverse() {
        PixelTransform copy = new PixelTransform(real.clone(), imaginary.clone());
        copy.transform(1);
        double[] image = copy.real;
        for (int i = 0; i < image.length; i++) {
            image[i] /= image.length;
        }
        return image;
    }

    /** Frequency of an index along one axis in cycles per pixel, -0.5 to 0.5. */
    static double frequency(int index) {
        return (index < SIDE / 2 ? index : index - SIDE) / (double) SIDE;
    }

    /** The transform of a real profile, as {real parts, imaginary parts}. */
    static double[][] transformOfProfile(double[] profile) {
        double[][] line = {profile.clone(), new double[SIDE]};
        transform(line[0], line[1], -1);
        return line;
    }

    private void transform(int sign) {
        double[] re = new double[SIDE];
        double[] im = new double[SIDE];
        for (int stride = 1; stride <= SIDE; stride += SIDE - 1) {
            int step = stride == 1 ? SIDE : 1;
            for (int line = 0; line < SIDE; line++) {
                for (int i = 0; i < SIDE; i++) {
                    re[i] = real[line * step + i * stride];
                    im[i] = imaginary[line * step + i * stride];
                }
                transform(re, im, sign);
                for (int i = 0; i < SIDE; i++) {
                    real[line * step + i * stride] = re[i];
                    imaginary[line * step + i * stride] = im[i];
                }
            }
        }
    }

    private static void transform(double[] re, double[] im, int sign) {
        for (int i = 0; i < SIDE; i++) {
            int j = Integer.reverse(i) >>> (Integer.SIZE - BITS);
            if (j > i) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int size = 2; size <= SIDE; size *= 2) {
            for (int start = 0; start < SIDE; start += size) {
                butterflies(re, im, sign, start, size);
            }
        }
    }

    private static void butterflies(double[] re, double[] im, int sign, int start, int size) {
        for (int k = 0; k < size / 2; k++) {
            int a = start + k;
            int b = a + size / 2;
            double c = COSINES[k * (SIDE / size)];
            double s = sign * SINES[k * (SIDE / size)];
            double x = c * re[b] - s * im[b];
            double y = c * im[b] + s * re[b];
            re[b] = re[a] - x;
            im[b] = im[a] - y;
            re[a] += x;
            im[a] += y;
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
