package org.heatwatch.estimation.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Selects the scenes that show the same ground: their temperatures are correlated with each other, which those of
 * clouds are not. No mask is needed, and most of the scenes may be overcast.
 */
final class ClearScenes {
    /** A scene is judged by its correlation with those most similar to it. */
    private static final int SIMILAR = 4;

    private static final int FEWEST = 5;
    private static final double LEAST_CORRELATION = 0.35;
    private static final double SHARE_OF_HIGHEST = 0.6;
    private static final double LEAST_COMMON = 0.3;
    private static final double HIGHEST_QUANTILE = 0.9;
    /** Half the side in cells of the surroundings: 1.4 km. */
    private static final int REACH = 3;

    private static final double CLIPPED_DEVIATIONS = 3;

    private ClearScenes() {}

    /** Indices of the scenes that show the ground; empty if fewer than five do. */
    static int[] of(List<double[]> means, CellLattice cells) {
        double[][] textures =
                means.parallelStream().map(its -> texture(its, cells)).toArray(double[][]::new);
        double[] similarity = IntStream.range(0, textures.length)
                .parallel()
                .mapToDouble(i -> similarity(i, textures))
                .toArray();
        double highest = Robust.quantile(similarity, HIGHEST_QUANTILE);
        double least = Math.max(LEAST_CORRELATION, SHARE_OF_HIGHEST * highest);
        int[] clear = IntStream.range(0, textures.length)
                .filter(i -> similarity[i] >= least)
                .toArray();
        return clear.length < FEWEST ? new int[0] : clear;
    }

    private static double similarity(int scene, double[][] textures) {
        double[] correlations = IntStream.range(0, textures.length)
                .filter(other -> other != scene)
                .mapToDouble(other -> correlation(textures[scene], textures[other]))
                .sorted()
                .toArray();
        return Arrays.stream(correlations)
                .skip(Math.max(0, correlations.length - SIMILAR))
                .average()
                .orElse(0);
    }

    /**
     * Deviation of each cell from its surroundings, limited to three robust deviations: large structures of clouds are
     * similar by chance, and parts of a scene may be clouds.
     */
    private static double[] texture(double[] means, CellLattice cells) {
        double[] fine = cells.fine(means, REACH);
        double limit = CLIPPED_DEVIATIONS * Robust.deviation(fine);
        return Arrays.stream(fine)
                .map(kelvin -> Math.clamp(kelvin, -limit, limit))
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double count = 0;
        double sumA = 0;
        double sumB = 0;
        double sumAa = 0;
        double sumBb = 0;
        double sumAb = 0;
        for (int cell = 0; cell < a.length; cell++) {
            if (Double.isFinite(a[cell]) && Double.isFinite(b[cell])) {
                count++;
                sumA += a[cell];
                sumB += b[cell];
                sumAa += a[cell] * a[cell];
                sumBb += b[cell] * b[cell];
                sumAb += a[cell] * b[cell];
            }
        }
        double varianceA = sumAa - sumA * sumA / count;
        double varianceB = sumBb - sumB * sumB / count;
        return count < LEAST_COMMON * a.length || !(varianceA > 0 && varianceB > 0)
                ? 0
                : (sumAb - sumA * sumB / count) / Math.sqrt(varianceA * varianceB);
    }
}
