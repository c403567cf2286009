package org.heatwatch.estimation.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;

/**
 * Samples near each other in one scene, with what each sees of some columns: a footprint, a plane, the neighbours, and the
 * slopes of responses by which a misplaced outline does harm; or bare ground with a plane alone.
 */
final class LocalPatch {
    /** First column of the plane, after the footprint's own. */
    static final int PLANE = 1;

    /** First column of the neighbours. */
    static final int FIRST_NEIGHBOUR = PLANE + 3;

    /** Precision of a column that perhaps no sample sees. */
    static final double UNSEEN = 1e-6;

    private static final double PLANE_METRES = 100;

    private final double[] east;
    private final double[] north;
    private final double[][] columns;
    private final double[] values;
    private final int freeColumns;

    private LocalPatch(double[] east, double[] north, double[][] columns, double[] values, int freeColumns) {
        this.east = east;
        this.north = north;
        this.columns = columns;
        this.values = values;
        this.freeColumns = freeColumns;
    }

    /**
     * Some samples of a scene.
     *
     * @param columns column after column, each with one number a sample
     * @param freeColumns how many of the first columns are fitted when nothing is known beforehand
     */
    static LocalPatch of(LocalSamples scene, int[] samples, List<double[]> columns, int freeColumns) {
        return new LocalPatch(
                Arrays.stream(samples).mapToDouble(scene::east).toArray(),
                Arrays.stream(samples).mapToDouble(scene::north).toArray(),
                columns.toArray(double[][]::new),
                Arrays.stream(samples).mapToDouble(scene::kelvin).toArray(),
                freeColumns);
    }

    int count() {
        return values.length;
    }

    int freeColumns() {
        return freeColumns;
    }

    /** The columns of a plane. */
    static List<double[]> plane(double[] east, double[] north) {
        double[] one = new double[east.length];
        Arrays.fill(one, 1);
        return List.of(one, centred(east), centred(north));
    }

    /** The columns of a plane on some samples. */
    static List<double[]> plane(LocalSamples scene, int[] samples) {
        return plane(
                Arrays.stream(samples).mapToDouble(scene::east).toArray(),
                Arrays.stream(samples).mapToDouble(scene::north).toArray());
    }

    private static double[] centred(double[] metres) {
        double mean = Arrays.stream(metres).average().orElse(0);
        return Arrays.stream(metres).map(m -> (m - mean) / PLANE_METRES).toArray();
    }

    /** Its normal equations under a covariance of the background. */
    GeneralisedLeastSquares normal(BackgroundCovariance covariance) {
        int n = values.length;
        DMatrixRMaj correlation = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double x = east[i] - east[j];
                double y = north[i] - north[j];
                double c = covariance.correlation(Math.sqrt(x * x + y * y));
                correlation.set(i, j, c);
                correlation.set(j, i, c);
            }
            correlation.set(i, i, 1);
        }
        double[][] whitened = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        return GeneralisedLeastSquares.of(correlation, whitened, values.clone());
    }

    /** What is left over under a covariance when all free columns are fitted; empty if that is nothing to judge by. */
    Optional<GeneralisedLeastSquares.Remainder> remainder(BackgroundCovariance covariance) {
        double[] ridge = new double[freeColumns];
        Arrays.fill(ridge, Math.min(FIRST_NEIGHBOUR, freeColumns), freeColumns, UNSEEN);
        return normal(covariance).remainder(ridge);
    }
}
