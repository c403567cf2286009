package org.heatwatch.source;

import java.util.Locale;

/**
 * An estimate and its standard error.
 *
 * @param error standard error, in the unit of the value
 */
record UncertainValue(double value, double error) {
    /**
     * Standard errors that a verdict needs. An estimate exceeds them by chance with a probability of 0.6 % on each
     * side.
     */
    static final double DECISIVE_ERRORS = 2.5;

    static UncertainValue ofVariance(double value, double variance) {
        return new UncertainValue(value, Math.sqrt(variance));
    }

    /** The difference of the means of two groups, whose common errors cancel. */
    static UncertainValue difference(ExcessSeries group, ExcessSeries other, double betweenVariance) {
        return ofVariance(
                group.mean(betweenVariance) - other.mean(betweenVariance),
                group.variance(betweenVariance) + other.variance(betweenVariance));
    }

    UncertainValue minus(UncertainValue other, double factor) {
        return new UncertainValue(value - factor * other.value, Math.hypot(error, factor * other.error));
    }

    boolean isPositive() {
        return value > DECISIVE_ERRORS * error;
    }

    boolean isNegative() {
        return value < -DECISIVE_ERRORS * error;
    }

    /** For example {@code 1.2 ± 0.5 K}. */
    String kelvin() {
        return number() + " K";
    }

    /** For example {@code 1.2 ± 0.5}. */
    String number() {
        return String.format(Locale.ROOT, "%.1f ± %.1f", Math.rint(value * 10) / 10 + 0.0, error);
    }

    /** The same without sign, for a sentence that states the direction. */
    UncertainValue magnitude() {
        return new UncertainValue(Math.abs(value), error);
    }

    EvidenceTest test(EvidenceTest.Kind kind, EvidenceTest.Verdict verdict, String sentence) {
        return new EvidenceTest(kind, value, error, verdict, sentence);
    }
}
