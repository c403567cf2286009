package org.heatwatch.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weighted least-squares line of the excess by day over the sine of the sun's elevation, divided by its mean: excess =
 * constant + proportional x, so that both are in effective kelvin and their sum is the excess at the mean.
 *
 * @param constant part that does not depend on the sun
 * @param proportional part that is proportional to the sine
 * @param share of the proportional part in the sum: 1 if the excess scales with the sun, 0 if it does not depend on it
 * @param variation of the residuals beyond their errors
 */
record SunRegression(UncertainValue constant, UncertainValue proportional, UncertainValue share, Variation variation) {
    /**
     * Scatter of the residuals.
     *
     * @param chiSquare divided by the degrees of freedom, in units of the variance that is expected of a new surface
     * @param degreesOfFreedom of it
     */
    record Variation(double chiSquare, int degreesOfFreedom) {}

    private static final int COLUMNS = 2;
    private static final int ROUNDS = 4;

    /**
     * Fits the line.
     *
     * @param errorScale scatter of idle observations in units of their standard errors
     * @param surfaceSpread standard deviation of the excess of a new surface between overpasses, relative to it
     */
    static SunRegression of(EvidenceInput input, double errorScale, double surfaceSpread) {
        ExcessSeries series = input.day();
        double[] sun = IntStream.range(0, series.size())
                .mapToDouble(i -> SunElevation.sine(series.observation(i).acquiredAt(), input.position()))
                .toArray();
        double mean = Arrays.stream(sun).average().orElseThrow();
        for (int i = 0; i < sun.length; i++) {
            sun[i] /= mean;
        }
        Line line = new Line(series, sun, 0);
        // Covariance that the errors of the baseline add, which was learned under a similar sun.
        double baseline = (double) series.size() / input.dayReferences();
        double[] common = {line.variance(0) * baseline, line.variance(1) * baseline, line.covariance() * baseline};
        for (int round = 0; round < ROUNDS; round++) {
            line = new Line(series, sun, line.betweenVariance());
        }
        double sum = line.constant + line.slope;
        double constantVariance = line.variance(0) + common[0];
        double slopeVariance = line.variance(1) + common[1];
        double covariance = line.covariance() + common[2];
        double shareVariance = (line.constant * line.constant * slopeVariance
                        + line.slope * line.slope * constantVariance
                        - 2 * line.constant * line.slope * covariance)
                / Math.pow(sum, 4);
        return new SunRegression(
                UncertainValue.ofVariance(line.constant, constantVariance),
                UncertainValue.ofVariance(line.slope, slopeVariance),
                UncertainValue.ofVariance(line.slope / sum, shareVariance),
                line.variation(errorScale, surfaceSpread));
    }

    /** A fit with one variance between overpasses. */
    private static final class Line {
        private final ExcessSeries series;
        private final double[] sun;
        private final double[] weights;
        private final double fittedVariance;
        private final double sumOfWeights;
        private final double sumOfSun;
        private final double sumOfSunSquared;
        private final double determinant;
        private final double constant;
        private final double slope;

        Line(ExcessSeries series, double[] sun, double betweenVariance) {
            this.series = series;
            this.sun = sun;
            fittedVariance = betweenVariance;
            weights = new double[sun.length];
            double[] sums = new double[5];
            for (int i = 0; i < sun.length; i++) {
                double weight = 1 / (Math.pow(series.error(i), 2) + betweenVariance);
                weights[i] = weight;
                sums[0] += weight;
                sums[1] += weight * sun[i];
                sums[2] += weight * sun[i] * sun[i];
                sums[3] += weight * series.kelvin(i);
                sums[4] += weight * sun[i] * series.kelvin(i);
            }
            sumOfWeights = sums[0];
            sumOfSun = sums[1];
            sumOfSunSquared = sums[2];
            determinant = sums[0] * sums[2] - sums[1] * sums[1];
            constant = (sums[2] * sums[3] - sums[1] * sums[4]) / determinant;
            slope = (sums[0] * sums[4] - sums[1] * sums[3]) / determinant;
        }

        double variance(int column) {
            return (column == 0 ? sumOfSunSquared : sumOfWeights) / determinant;
        }

        double covariance() {
            return -sumOfSun / determinant;
        }

        private double residual(int i) {
            return series.kelvin(i) - constant - slope * sun[i];
        }

        /** Better estimate of the variance between overpasses beyond the errors, by moments. */
        double betweenVariance() {
            double chiSquare = 0;
            double squaredWeights = 0;
            for (int i = 0; i < sun.length; i++) {
                chiSquare += weights[i] * Math.pow(residual(i), 2);
                squaredWeights += weights[i] * weights[i];
            }
            double scale = sumOfWeights - squaredWeights / sumOfWeights;
            return Math.max(0, fittedVariance + (chiSquare - (sun.length - COLUMNS)) / scale);
        }

        Variation variation(double errorScale, double surfaceSpread) {
            double chiSquare = 0;
            for (int i = 0; i < sun.length; i++) {
                double surface = surfaceSpread * (constant + slope * sun[i]);
                double variance = Math.pow(errorScale * series.error(i), 2) + surface * surface;
                chiSquare += Math.pow(residual(i), 2) / variance;
            }
            int degreesOfFreedom = sun.length - COLUMNS;
            return new Variation(chiSquare / degreesOfFreedom, degreesOfFreedom);
        }
    }
}
