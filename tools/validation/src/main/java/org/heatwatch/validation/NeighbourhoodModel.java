package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/** Linear model of values at points near a building: design columns, a constant and a plane, under a covariance. */
final class NeighbourhoodModel {
    private static final double PLANE_METRES = 100;

    private final double[] east;
    private final double[] north;
    private final List<double[]> columns;
    private final List<double[]> values = new ArrayList<>();

    /**
     * Creates a model without values.
     *
     * @param east eastings of the points in metres
     * @param north northings of the points in metres
     * @param columns design columns with one number per point
     */
    NeighbourhoodModel(double[] east, double[] north, List<double[]> columns) {
        this.east = east.clone();
        this.north = north.clone();
        this.columns = List.copyOf(columns);
    }

    /** Adds values at the points, in any unit; all values share one covariance. */
    NeighbourhoodModel with(double[] observed) {
        values.add(observed.clone());
        return this;
    }

    List<double[]> values() {
        return values;
    }

    int count() {
        return east.length;
    }

    /** Eastings in metres. */
    double[] east() {
        return east.clone();
    }

    /** Northings in metres. */
    double[] north() {
        return north.clone();
    }

    /** Least squares under a correlation with unit variance; empty if the columns are collinear. */
    Optional<WhitenedLeastSquares> under(Correlation correlation) {
        int n = count();
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            matrix.set(i, i, 1);
            for (int j = 0; j < i; j++) {
                double value = correlation.at(east[i] - east[j], north[i] - north[j]);
                matrix.set(i, j, value);
                matrix.set(j, i, value);
            }
        }
        return under(matrix);
    }

    /** Least squares under a covariance of the points; empty if the columns are collinear. */
    Optional<WhitenedLeastSquares> under(DMatrixRMaj covariance) {
        return WhitenedLeastSquares.of(covariance, design());
    }

    private DMatrixRMaj design() {
        int n = count();
        int p = columns.size();
        double middleEast = mean(east);
        double middleNorth = mean(north);
        DMatrixRMaj design = new DMatrixRMaj(n, p + 3);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < p; c++) {
                design.set(i, c, columns.get(c)[i]);
            }
            design.set(i, p, 1);
            design.set(i, p + 1, (east[i] - middleEast) / PLANE_METRES);
            design.set(i, p + 2, (north[i] - middleNorth) / PLANE_METRES);
        }
        return design;
    }

    private static double mean(double[] of) {
        double sum = 0;
        for (double x : of) {
            sum += x;
        }
        return sum / of.length;
    }
}
