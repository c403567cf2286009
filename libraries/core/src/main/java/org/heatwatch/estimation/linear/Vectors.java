package org.heatwatch.estimation.linear;

/** Operations on vectors that are stored as arrays. */
public final class Vectors {
    private Vectors() {}

    /** Inner product, summed from the first element to the last; {@code b} must be at least as long as {@code a}. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
