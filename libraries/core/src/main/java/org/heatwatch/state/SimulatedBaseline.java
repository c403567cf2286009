package org.heatwatch.state;

import java.util.random.RandomGenerator;
import org.heatwatch.estimation.linear.Vectors;

/**
 * A simulated baseline: the regression of an idle facility's excess, with observations spread evenly over whole years.
 * It maps simulated residuals of the reference period to the errors of later predictions.
 */
final class SimulatedBaseline {
    /** Approximate length of the reference period; the distribution of the observations within it hardly matters. */
    private static final double REFERENCE_YEARS = 4;

    /** Orthonormal columns over the reference observations. */
    private final double[][] basis;

    /** One row for each later observation, in the same basis. */
    private final double[][] later;

    private final double[] inverseWidth;

    private SimulatedBaseline(double[][] basis, double[][] later, double[] inverseWidth) {
        this.basis = basis;
        this.later = later;
        this.inverseWidth = inverseWidth;
    }

    /**
     * Draws a regression.
     *
     * @param random generator of the common modes, which are independent in each scene
     */
    static SimulatedBaseline draw(BaselinePrecision idle, int laterObservations, RandomGenerator random) {
        int observations = idle.referenceObservations();
        double[][] basis = columns(idle, observations, observations / REFERENCE_YEARS, random);
        double[][] columns = columns(idle, laterObservations, idle.observationsPerYear(), random);
        orthonormalize(basis, columns);
        double[][] later = new double[laterObservations][idle.parameters()];
        double[] inverseWidth = new double[laterObservations];
        for (int i = 0; i < laterObservations; i++) {
            for (int column = 0; column < columns.length; column++) {
                later[i][column] = columns[column][i];
            }
            inverseWidth[i] = 1 / Math.sqrt(1 + Vectors.dot(later[i], later[i]));
        }
        return new SimulatedBaseline(basis, later, inverseWidth);
    }

    /** Makes the columns of a basis orthonormal (Gram-Schmidt) and applies the same operations to other columns. */
    private static void orthonormalize(double[][] basis, double[][] others) {
        for (int column = 0; column < basis.length; column++) {
            for (int before = 0; before < column; before++) {
                double overlap = Vectors.dot(basis[before], basis[column]);
                addTo(basis[column], basis[before], -overlap);
                addTo(others[column], others[before], -overlap);
            }
            double scale = 1 / Math.sqrt(Vectors.dot(basis[column], basis[column]));
            addTo(basis[column], basis[column], scale - 1);
            addTo(others[column], others[column], scale - 1);
        }
    }

    private static double[][] columns(
            BaselinePrecision idle, int observations, double observationsPerYear, RandomGenerator random) {
        double[][] columns = new double[idle.parameters()][observations];
        boolean seasonal = idle.parameters() >= 3;
        boolean commonMode = idle.parameters() % 2 == 0;
        for (int i = 0; i < observations; i++) {
            columns[0][i] = 1;
            if (seasonal) {
                double season = 2 * Math.PI * (i + 0.5) / observationsPerYear;
                columns[1][i] = Math.cos(season);
                columns[2][i] = Math.sin(season);
            }
            if (commonMode) {
                columns[idle.parameters() - 1][i] = random.nextGaussian();
            }
        }
        return columns;
    }

    private static void addTo(double[] target, double[] other, double factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * other[i];
        }
    }

    /** Regression coefficients of values of the reference period. */
    double[] coefficients(double[] values) {
        double[] coefficients = new double[basis.length];
        for (int column = 0; column < basis.length; column++) {
            coefficients[column] = Vectors.dot(basis[column], values);
        }
        return coefficients;
    }

    /** Residual sum of squares of values of the reference period. */
    static double residualSumOfSquares(double[] values, double[] coefficients) {
        return Math.max(0, Vectors.dot(values, values) - Vectors.dot(coefficients, coefficients));
    }

    /** Predicted value of a later observation. */
    double predict(int index, double[] coefficients) {
        return Vectors.dot(later[index], coefficients);
    }

    /** 1 / sqrt(1 + leverage) of a later observation. */
    double inverseWidth(int index) {
        return inverseWidth[index];
    }
}
