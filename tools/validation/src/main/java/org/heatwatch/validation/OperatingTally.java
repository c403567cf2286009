package org.heatwatch.validation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Outcomes of many facilities in operation. */
record OperatingTally(List<OperatingOutcome> outcomes) {
    OperatingTally {
        outcomes = List.copyOf(outcomes);
    }

    private Stream<OperatingOutcome> of(ActivityChange change) {
        return outcomes.stream().filter(outcome -> outcome.change() == change);
    }

    /** Number of facilities with a change. */
    long count(ActivityChange change) {
        return of(change).count();
    }

    /** Number of them of which the right change was announced. */
    long announced(ActivityChange change) {
        return of(change).filter(outcome -> outcome.overpasses().isPresent()).count();
    }

    /** Median number of clear overpasses until the announcement; infinite if less than half were announced. */
    double median(ActivityChange change) {
        return quantile(change, 0.5);
    }

    /** A quantile of that number; infinite if it was not announced in so many cases. */
    double quantile(ActivityChange change, double share) {
        return SampleStatistics.of(of(change)
                        .map(outcome ->
                                outcome.overpasses().map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY))
                        .toList())
                .quantile(share);
    }

    /** Median and range, for example {@code 3 (2 to 7)}; "not" stands for no announcement. */
    String overpasses(ActivityChange change) {
        return "%s (%s to %s)"
                .formatted(text(quantile(change, 0.5)), text(quantile(change, 0)), text(quantile(change, 1)));
    }

    static String text(double overpasses) {
        return Double.isInfinite(overpasses) ? "not" : String.format(Locale.ROOT, "%.0f", overpasses);
    }

    /** False falls while the activity was unchanged or higher. */
    EventRate falseFalls() {
        return new EventRate(
                outcomes.stream().mapToLong(OperatingOutcome::falseFalls).sum(), siteYears());
    }

    /** False rises while the activity was unchanged or lower. */
    EventRate falseRises() {
        return new EventRate(
                outcomes.stream().mapToLong(OperatingOutcome::falseRises).sum(), siteYears());
    }

    private double siteYears() {
        return outcomes.stream().mapToDouble(OperatingOutcome::trueYears).sum() / SimulatedSite.FACILITIES;
    }
}
