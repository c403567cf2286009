package org.heatwatch.validation;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/** A sample of numbers and its statistics. */
record SampleStatistics(List<Double> values) {

    SampleStatistics {
        values = List.copyOf(values);
    }

    static SampleStatistics of(List<Double> values) {
        return new SampleStatistics(values);
    }

    int count() {
        return values.size();
    }

    double mean() {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    double standardDeviation() {
        double mean = mean();
        return Math.sqrt(values.stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElse(Double.NaN));
    }

    double rootMeanSquare() {
        return Math.sqrt(values.stream().mapToDouble(v -> v * v).average().orElse(Double.NaN));
    }

    double share(DoublePredicate that) {
        return (double) values.stream().filter(that::test).count() / values.size();
    }

    /** The quantile of a share, 0 to 1. */
    double quantile(double share) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        return sorted[Math.clamp(Math.round(share * (sorted.length - 1)), 0, sorted.length - 1)];
    }

    /** Kolmogorov-Smirnov distance of the empirical distribution from the uniform distribution on 0..1. */
    double distanceFromUniform() {
        double[] sorted = values.stream().mapToDouble(v -> v).toArray();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            largest = Math.max(largest, Math.abs(sorted[i] - (double) i / sorted.length));
            largest = Math.max(largest, Math.abs(sorted[i] - (i + 1.0) / sorted.length));
        }
        return largest;
    }
}
