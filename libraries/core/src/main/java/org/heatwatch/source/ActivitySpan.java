package org.heatwatch.source;

import java.time.LocalDate;
import java.util.Optional;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.state.JudgedObservation;

/**
 * The time in which a source was warm: the range of its observations whose mean excess explains them best, with no excess
 * before and after.
 *
 * @param first date of the first observation in the range
 * @param last date of the last observation in the range
 * @param kelvin mean excess in the range, effective kelvin
 * @param standardError of the mean, with the error of the baseline, which all observations have in common, effective kelvin
 * @param overpasses number of observations in the range
 * @param isOpen whether the range reaches the latest observation
 */
public record ActivitySpan(
        LocalDate first, LocalDate last, double kelvin, double standardError, int overpasses, boolean isOpen) {

    /**
     * Finds the time in which a feature was in use. {@link SpanSearch} states how, and how sure a start or an end is.
     *
     * @param history all its observations; those that count are used, of day and night
     * @param period to search
     * @return empty if the feature was never warmer than its baseline by 2.5 standard errors, or has no observation
     */
    public static Optional<ActivitySpan> of(FeatureHistory history, Period period) {
        ExcessSeries series = ExcessSeries.of(history, seen -> period.contains(seen.date()));
        if (series.size() == 0) {
            return Optional.empty();
        }
        SpanSearch.Range range = SpanSearch.best(series);
        ExcessSeries inUse = series.range(range.first(), range.last());
        double betweenVariance = inUse.betweenVariance();
        double kelvin = inUse.mean(betweenVariance);
        if (range.gain() < SpanSearch.LEAST_GAIN || kelvin <= 0) {
            return Optional.empty();
        }
        int references = Math.max(
                Baseline.FEWEST_OBSERVATIONS,
                ExcessSeries.of(history, seen -> seen.date().isBefore(period.from()))
                        .size());
        return Optional.of(new ActivitySpan(
                inUse.observation(0).date(),
                inUse.observation(inUse.size() - 1).date(),
                kelvin,
                Math.sqrt(inUse.variance(betweenVariance, references)),
                inUse.size(),
                range.last() == series.size() - 1));
    }

    /** Whether an observation is of a day in the span. */
    boolean contains(JudgedObservation observation) {
        return !observation.date().isBefore(first) && !observation.date().isAfter(last);
    }
}
