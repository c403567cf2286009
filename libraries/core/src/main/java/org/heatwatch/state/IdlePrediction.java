package org.heatwatch.state;

import java.util.random.RandomGenerator;
import org.heatwatch.estimation.linear.Vectors;

/**
 * The regression that predicts an idle facility, on looks spread evenly over whole years: which multiples of its errors in
 * the dormant era a later prediction is off by.
 */
final class IdlePrediction {
    /** About as long as the dormant era was; where in it the looks lie hardly matters. */
    private static final double DORMANT_YEARS = 4;

    /** Orthonormal columns over the dormant looks. */
    private final double[][] basis;

    /** A later look's row, in the same basis. */
    private final double[][] later;

    private final double[] inverseWidth;

    /** @param random of the common mode, which is another in each scene */
    IdlePrediction(IdleRecord idle, int laterLooks, RandomGenerator random) {
        int n = idle.dormantLooks();
        int p = idle.parameters();
        basis = columns(idle, n, n / DORMANT_YEARS, random);
        double[][] columns = columns(idle, laterLooks, idle.looksPerYear(), random);
        for (int column = 0; column < p; column++) {
            for (int before = 0; before < column; before++) {
                double overlap = Vectors.dot(basis[before], basis[column]);
                addTo(basis[column], basis[before], -overlap);
                addTo(columns[column], columns[before], -overlap);
            }
            double scale = 1 / Math.sqrt(Vectors.dot(basis[column], basis[column]));
            addTo(basis[column], basis[column], scale - 1);
            addTo(columns[column], columns[column], scale - 1);
        }
        later = new double[laterLooks][p];
        inverseWidth = new double[laterLooks];
        for (int i = 0; i < laterLooks; i++) {
            for (int column = 0; column < p; column++) {
                later[i][column] = columns[column][i];
            }
            inverseWidth[i] = 1 / Math.sqrt(1 + Vectors.dot(later[i], later[i]));
        }
    }

    private static double[][] columns(IdleRecord idle, int looks, double looksPerYear, RandomGenerator random) {
        double[][] columns = new double[idle.parameters()][looks];
        boolean seasonal = idle.parameters() >= 3;
        boolean commonMode = idle.parameters() % 2 == 0;
        for (int i = 0; i < looks; i++) {
            columns[0][i] = 1;
            if (seasonal) {
                double season = 2 * Math.PI * (i + 0.5) / looksPerYear;
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

    /** The coefficients that dormant values give. */
    double[] coefficients(double[] dormant) {
        double[] coefficients = new double[basis.length];
        for (int column = 0; column < basis.length; column++) {
            coefficients[column] = Vectors.dot(basis[column], dormant);
        }
        return coefficients;
    }

    /** Sum of squares that the coefficients leave of the dormant values. */
    static double leftOver(double[] dormant, double[] coefficients) {
        return Math.max(0, Vectors.dot(dormant, dormant) - Vectors.dot(coefficients, coefficients));
    }

    /** What is predicted for a later look. */
    double predict(int look, double[] coefficients) {
        return Vectors.dot(later[look], coefficients);
    }

    /** 1 / sqrt(1 + leverage) of a later look. */
    double inverseWidth(int look) {
        return inverseWidth[look];
    }
}
