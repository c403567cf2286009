package org.heatwatch.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whether a place is quiet in the reference period: the series of its residuals, less their yearly cycle, has no
 * outlier, no trend and no change of level. How much it varies from overpass to overpass does not matter.
 *
 * @param residuals of the reference scenes, in order of time
 */
record Quietness(List<SceneResidual> residuals) {
    private static final double MAD_TO_DEVIATION = 1.4826;

    /** An outlier deviates by more than this many robust standard deviations. */
    private static final double OUTLIER = 4;

    /** A scene counts for the yearly cycle if it deviates by at most this many robust standard deviations. */
    private static final double FAR = 3;

    /** Prior variance of the coefficients of the yearly cycle, square of an effective kelvin. */
    private static final double VAGUE = 100;

    /** Largest cumulative sum of a quiet place: 1 % of Brownian bridges exceed it (Ploberger and Kraemer 1992). */
    private static final double LARGEST_SUM = 1.63;

    /** Standard deviation of a blurred building, and the limits of the surroundings, in metres. */
    private static final double BLUR_METRES = 53;

    private static final double INNER_METRES = 140;
    private static final double OUTER_METRES = 330;

    /** Least sum of squared responses; a grid without masked samples has 0.6 to 1.1. */
    private static final double LEAST_RESPONSE = 0.4;

    private static final int FEWEST_AROUND = 15;
    private static final int COLUMNS = 3;

    private record Row(double kelvin, SceneSamples scene) {
        double[] columns() {
            return new double[] {1, scene.cosine(), scene.sine()};
        }
    }

    /** Whether the place is observed often enough and quiet. */
    boolean isQuiet(Coordinate at) {
        List<Row> rows = new ArrayList<>();
        for (SceneResidual scene : residuals) {
            double kelvin = excess(scene, at);
            if (Double.isFinite(kelvin)) {
                rows.add(new Row(kelvin, scene.scene()));
            }
        }
        return rows.size() >= Math.max(Baseline.FEWEST_OBSERVATIONS, residuals.size() / 2)
                && isQuiet(withoutYearlyCycle(rows));
    }

    /** Height of a blurred building at the place above its surroundings; NaN if too few samples are visible. */
    private static double excess(SceneResidual scene, Coordinate at) {
        double response = 0;
        double squaredResponse = 0;
        double near = 0;
        double around = 0;
        int count = 0;
        for (int s = 0; s < scene.count(); s++) {
            double east = scene.east(s) - at.x;
            double north = scene.north(s) - at.y;
            double squared = east * east + north * north;
            if (squared < INNER_METRES * INNER_METRES) {
                double expected = Math.exp(-squared / (2 * BLUR_METRES * BLUR_METRES));
                response += expected;
                squaredResponse += expected * expected;
                near += expected * scene.kelvin(s);
            } else if (squared < OUTER_METRES * OUTER_METRES) {
                around += scene.kelvin(s);
                count++;
            }
        }
        return squaredResponse < LEAST_RESPONSE || count < FEWEST_AROUND
                ? Double.NaN
                : (near - response * around / count) / squaredResponse;
    }

    /** Residuals of a yearly cycle that is fitted a second time without the scenes that are far from the first fit. */
    private static double[] withoutYearlyCycle(List<Row> rows) {
        double[] first = residuals(rows, rows);
        double limit = FAR * scatter(first);
        List<Row> near = IntStream.range(0, first.length)
                .filter(i -> Math.abs(first[i]) <= limit)
                .mapToObj(rows::get)
                .toList();
        return residuals(rows, near);
    }

    private static double[] residuals(List<Row> rows, List<Row> fitted) {
        double[] weights = new double[fitted.size()];
        Arrays.fill(weights, 1);
        GeneralisedLeastSquares.Solution fit = GeneralisedLeastSquares.weighted(
                        fitted.stream().map(Row::columns).toArray(double[][]::new),
                        fitted.stream().mapToDouble(Row::kelvin).toArray(),
                        weights,
                        COLUMNS)
                .solve(1, new double[COLUMNS], new double[] {VAGUE, VAGUE, VAGUE})
                .orElseThrow(() -> new IllegalStateException("the yearly cycle of a place has no inverse"));
        return rows.stream()
                .mapToDouble(row -> row.kelvin() - fit.predict(row.columns()))
                .toArray();
    }

    private static double scatter(double[] kelvin) {
        return MAD_TO_DEVIATION
                * Median.withDefaults()
                        .evaluate(Arrays.stream(kelvin).map(Math::abs).toArray());
    }

    private static boolean isQuiet(double[] kelvin) {
        double scatter = scatter(kelvin);
        double sum = 0;
        double largest = 0;
        double sumOfSquares = 0;
        for (double v : kelvin) {
            if (Math.abs(v) > OUTLIER * scatter) {
                return false;
            }
            sum += v;
            sumOfSquares += v * v;
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest <= LARGEST_SUM * Math.sqrt(sumOfSquares);
    }
}
