package org.heatwatch.estimation.linear;

/** Vectors as arrays. */
public final class Vectors {
    private Vectors() {}

    /** The inner product of two vectors, summed from the first element to the last; {@code b} is at least as long as {@code a}. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
