package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.junit.jupiter.api.Test;

/** Fits of covariances, and least squares under them, on fields drawn from a known covariance. */
final class MaternCovarianceTest {
    private static final int SIDE = 8;
    private static final double SPACING = 60;
    private static final MaternCovariance TRUTH = new MaternCovariance(new Matern(150, 0.1), 4);

    @Test
    void theCovarianceOfDrawnFieldsIsEstimated() {
        NeighbourhoodModel model = model(List.of());
        draws(60, 1).forEach(model::with);

        MaternCovariance found = MaternCovariance.fit(List.of(model));

        assertThat(found.correlation().rangeMetres()).isBetween(115.0, 195.0);
        assertThat(found.correlation().nuggetShare()).isBetween(0.06, 0.16);
        assertThat(found.variance()).isCloseTo(4, within(1.0));
    }

    @Test
    void anExcessIsEstimatedWithoutBiasAndWithTheCorrectError() {
        double[] bump = new double[SIDE * SIDE];
        for (int i = 0; i < bump.length; i++) {
            bump[i] = Math.exp(-0.5 * Math.pow(Math.hypot(east(i) - 210, north(i) - 210) / 70, 2));
        }
        WhitenedLeastSquares fit = model(List.of(bump))
                .under(TRUTH.covariance(places(true), places(false)))
                .orElseThrow();
        double[] weights = fit.weights(0);
        double sum = 0;
        double sumOfSquares = 0;
        int trials = 3000;
        for (double[] field : draws(trials, 2)) {
            double estimate = 0;
            for (int i = 0; i < field.length; i++) {
                estimate += weights[i] * (field[i] + 3 * bump[i] + 0.01 * east(i) - 20);
            }
            sum += estimate;
            sumOfSquares += (estimate - 3) * (estimate - 3);
        }

        assertThat(sum / trials).isCloseTo(3, within(0.1));
        assertThat(sumOfSquares / trials / fit.variance(0)).isCloseTo(1, within(0.1));
    }

    @Test
    void valuesInTheSpanOfTheDesignHaveNoResidual() {
        WhitenedLeastSquares fit = model(List.of()).under(TRUTH.correlation()).orElseThrow();
        double[] plane = new double[SIDE * SIDE];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = 7 - 0.02 * east(i) + 0.03 * north(i);
        }

        assertThat(fit.sumOfSquares(plane)).isCloseTo(0, within(1e-6));
        assertThat(fit.degreesOfFreedom()).isEqualTo(SIDE * SIDE - 3);
    }

    @Test
    void collinearColumnsAreRejected() {
        double[] column = new double[SIDE * SIDE];
        column[20] = 1;

        assertThat(model(List.of(column, column)).under(TRUTH.correlation())).isEmpty();
    }

    @Test
    void theCorrelationOfPixelsMatchesThatOfTheirField() {
        int side = 48;
        List<double[]> images = new ArrayList<>();
        RandomGenerator random = new SplittableRandom(3);
        for (int n = 0; n < 60; n++) {
            double[] white = random.doubles((side + 1L) * (side + 1), -1, 1).toArray();
            double[] image = new double[side * side];
            for (int i = 0; i < image.length; i++) {
                int at = Math.floorDiv(i, side) * (side + 1) + i % side;
                image[i] = white[at] + white[at + 1];
            }
            images.add(image);
        }

        PixelCorrelation correlation = PixelCorrelation.of(images, side, 0.1);

        assertThat(correlation.at(30, 0)).isCloseTo(0.45, within(0.02));
        assertThat(correlation.at(-30, 0)).isEqualTo(correlation.at(30, 0));
        assertThat(correlation.at(0, 30)).isCloseTo(0, within(0.02));
        assertThat(correlation.at(60, -60)).isCloseTo(0, within(0.02));
    }

    private static NeighbourhoodModel model(List<double[]> columns) {
        return new NeighbourhoodModel(places(true), places(false), columns);
    }

    private static double[] places(boolean eastings) {
        double[] places = new double[SIDE * SIDE];
        for (int i = 0; i < places.length; i++) {
            places[i] = eastings ? east(i) : north(i);
        }
        return places;
    }

    private static double east(int i) {
        return i % SIDE * SPACING;
    }

    private static double north(int i) {
        return Math.floorDiv(i, SIDE) * SPACING;
    }

    private static List<double[]> draws(int count, long seed) {
        DMatrixRMaj covariance = TRUTH.covariance(places(true), places(false));
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(SIDE * SIDE, true);
        assertThat(cholesky.decompose(covariance)).isTrue();
        DMatrixRMaj root = cholesky.getT(null);
        RandomGenerator random = new SplittableRandom(seed);
        List<double[]> draws = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double[] field = new double[SIDE * SIDE];
            for (int j = 0; j < field.length; j++) {
                double white = random.nextGaussian();
                for (int i = j; i < field.length; i++) {
                    field[i] += root.get(i, j) * white;
                }
            }
            draws.add(field);
        }
        return draws;
    }
}
