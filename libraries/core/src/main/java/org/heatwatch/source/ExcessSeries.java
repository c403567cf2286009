package org.heatwatch.source;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.state.JudgedObservation;

/** The counted observations of a feature in a range of days, in order of time, in effective kelvin. */
final class ExcessSeries {
    private final List<JudgedObservation> observations;
    private final double[] kelvin;
    private final double[] errors;

    private ExcessSeries(List<JudgedObservation> observations, double[] kelvin, double[] errors) {
        this.observations = observations;
        this.kelvin = kelvin;
        this.errors = errors;
    }

    /** The counted observations of a history that fulfil a condition. */
    static ExcessSeries of(FeatureHistory history, Predicate<JudgedObservation> condition) {
        return of(history.observations().stream()
                .filter(JudgedObservation::counts)
                .filter(condition)
                .sorted(Comparator.comparing(JudgedObservation::acquiredAt))
                .toList());
    }

    private static ExcessSeries of(List<JudgedObservation> counted) {
        List<JudgedObservation.Scored> scores =
                counted.stream().flatMap(seen -> seen.scored().stream()).toList();
        return new ExcessSeries(
                counted,
                scores.stream()
                        .mapToDouble(JudgedObservation.Scored::effectiveKelvin)
                        .toArray(),
                scores.stream()
                        .mapToDouble(JudgedObservation.Scored::standardError)
                        .toArray());
    }

    /** Those that fulfil a condition. */
    ExcessSeries where(Predicate<JudgedObservation> condition) {
        return of(observations.stream().filter(condition).toList());
    }

    /** Those from an index to another, both included. */
    ExcessSeries range(int first, int last) {
        return of(observations.subList(first, last + 1));
    }

    int size() {
        return kelvin.length;
    }

    JudgedObservation observation(int index) {
        return observations.get(index);
    }

    /** Excess over the baseline, effective kelvin. */
    double kelvin(int index) {
        return kelvin[index];
    }

    /** Standard error of the excess, effective kelvin. */
    double error(int index) {
        return errors[index];
    }

    /**
     * Variance between overpasses beyond the standard errors, at least 0: the estimate by moments of DerSimonian and
     * Laird (1986).
     */
    double betweenVariance() {
        return betweenVariance(List.of(this));
    }

    /** Variance between the overpasses of groups that have different means, in common for all groups. */
    static double betweenVariance(List<ExcessSeries> groups) {
        double excessOfChiSquare = 0;
        double scale = 0;
        for (ExcessSeries group : groups) {
            double mean = group.mean(0);
            double weights = 0;
            double squaredWeights = 0;
            for (int i = 0; i < group.size(); i++) {
                double weight = 1 / (group.errors[i] * group.errors[i]);
                weights += weight;
                squaredWeights += weight * weight;
                excessOfChiSquare += weight * Math.pow(group.kelvin[i] - mean, 2);
            }
            excessOfChiSquare -= group.size() - 1;
            scale += weights - squaredWeights / weights;
        }
        return scale > 0 ? Math.max(0, excessOfChiSquare / scale) : 0;
    }

    /** Mean, weighted by the variances of its members. */
    double mean(double betweenVariance) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < kelvin.length; i++) {
            double weight = 1 / (errors[i] * errors[i] + betweenVariance);
            sum += weight * kelvin[i];
            weights += weight;
        }
        return sum / weights;
    }

    /** Variance of {@link #mean}, with independent errors. */
    double variance(double betweenVariance) {
        double weights = 0;
        for (double error : errors) {
            weights += 1 / (error * error + betweenVariance);
        }
        return 1 / weights;
    }

    /**
     * Variance of {@link #mean}, with the error of the baseline, which all observations have in common.
     *
     * @param referenceObservations number of observations from which the baseline was learned
     */
    double variance(double betweenVariance, int referenceObservations) {
        return variance(betweenVariance) + variance(0) * size() / referenceObservations;
    }
}
