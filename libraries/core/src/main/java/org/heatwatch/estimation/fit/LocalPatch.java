package org.heatwatch.estimation.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;

/**
 * Neighbouring samples of one scene with the columns of their regression: the response of a footprint, a plane, the
 * responses of neighbouring footprints, and the derivatives of these responses by the position of the outline; or, for
 * bare ground, a plane alone.
 */
final class LocalPatch {
    /** First column of the plane, after the footprint's column. */
    static final int PLANE = 1;

    /** First column of the neighbouring footprints. */
    static final int FIRST_NEIGHBOUR = PLANE + 3;

    /** Small prior precision that keeps the normal matrix invertible where no sample responds to a column. */
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
     * Selects samples of a scene.
     *
     * @param samples indices of the samples
     * @param columns each with one value for each of these samples
     * @param freeColumns how many of the first columns are fitted without a prior
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

    /** Constant, easting and northing, the latter two centred and scaled. */
    static List<double[]> plane(double[] east, double[] north) {
        double[] one = new double[east.length];
        Arrays.fill(one, 1);
        return List.of(one, centred(east), centred(north));
    }

    /** The columns of a plane at the positions of these samples. */
    static List<double[]> plane(LocalSamples scene, int[] samples) {
        return plane(
                Arrays.stream(samples).mapToDouble(scene::east).toArray(),
                Arrays.stream(samples).mapToDouble(scene::north).toArray());
    }

    private static double[] centred(double[] metres) {
        double mean = Arrays.stream(metres).average().orElse(0);
        return Arrays.stream(metres).map(m -> (m - mean) / PLANE_METRES).toArray();
    }

    /** The normal equations under a background covariance. */
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

    /** Residual sum of squares with all free columns fitted; empty if no degrees of freedom remain. */
    Optional<GeneralisedLeastSquares.ResidualSum> residual(BackgroundCovariance covariance) {
        double[] ridge = new double[freeColumns];
        Arrays.fill(ridge, Math.min(FIRST_NEIGHBOUR, freeColumns), freeColumns, UNSEEN);
        return normal(covariance).residual(ridge);
    }
}
