package org.heatwatch.state;

import java.util.Arrays;

/** Which of several suspicions to believe (Benjamini and Hochberg, J. R. Statist. Soc. B 57, 1995). */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Those among which at most the share q is expected to be false.
     *
     * @param p p-values, 0 to 1
     * @param q share of false discoveries that is put up with, above 0 and below 1
     * @return for each p-value, in the same order, whether it survives; equal ones share their fate
     */
    public static boolean[] survivors(double[] p, double q) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("a share of %s is outside 0..1".formatted(q));
        }
        double[] ordered = p.clone();
        Arrays.sort(ordered);
        double largest = -1;
        for (int i = 0; i < ordered.length; i++) {
            if (!(ordered[i] >= 0 && ordered[i] <= 1)) {
                throw new IllegalArgumentException("a p-value of %s is outside 0..1".formatted(ordered[i]));
            }
            if (ordered[i] <= q * (i + 1) / ordered.length) {
                largest = ordered[i];
            }
        }
        boolean[] survives = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            survives[i] = p[i] <= largest;
        }
        return survives;
    }
}
