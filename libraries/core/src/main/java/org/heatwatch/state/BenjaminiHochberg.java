package org.heatwatch.state;

import java.util.Arrays;

/** Selects significant p-values at a false discovery rate (Benjamini and Hochberg, J. R. Statist. Soc. B 57, 1995). */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Selects the p-values of which at most the share q is expected to be false discoveries.
     *
     * @param p p-values, 0 to 1
     * @param q accepted share of false discoveries, above 0 and below 1
     * @return for each p-value, in the same order, whether it is selected; equal p-values get the same result
     * @throws IllegalArgumentException if q or a p-value is outside its range
     */
    public static boolean[] significant(double[] p, double q) {
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
