package org.heatwatch.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Total excess of the facilities of a site over their reference period, in each calendar year or quarter.
 *
 * <p>For each facility it is the mean of its counted observations in the period, of day and night, times the area of
 * its footprint. Positive: warmer than in the reference period; negative: cooler.
 */
public final class ActivityIndex {
    private ActivityIndex() {}

    /** The index of all periods from the first observation to the last, in order; none without observations. */
    public static List<IndexPeriod> of(List<FacilitySeries> facilities, IndexLength length) {
        List<LocalDate> dates = facilities.stream()
                .flatMap(facility -> facility.excesses().stream())
                .map(FacilitySeries.DatedExcess::date)
                .sorted()
                .toList();
        List<IndexPeriod> periods = new ArrayList<>();
        if (dates.isEmpty()) {
            return periods;
        }
        LocalDate start = length.startOf(dates.getFirst());
        while (!start.isAfter(dates.getLast())) {
            LocalDate next = length.next(start);
            periods.add(period(facilities, start, next.minusDays(1)));
            start = next;
        }
        return List.copyOf(periods);
    }

    private static IndexPeriod period(List<FacilitySeries> facilities, LocalDate from, LocalDate to) {
        double total = 0;
        double variance = 0;
        int fewest = Integer.MAX_VALUE;
        for (FacilitySeries facility : facilities) {
            List<FacilitySeries.DatedExcess> within = facility.excesses().stream()
                    .filter(seen -> !seen.date().isBefore(from) && !seen.date().isAfter(to))
                    .toList();
            fewest = Math.min(fewest, within.size());
            Optional<double[]> mean = mean(within);
            if (mean.isPresent()) {
                total += facility.squareMetres() * mean.get()[0];
                variance += facility.squareMetres() * facility.squareMetres() * mean.get()[1];
            }
        }
        return fewest == 0
                ? new IndexPeriod(from, to, 0, null, null)
                : new IndexPeriod(from, to, fewest, total, Math.sqrt(variance));
    }

    /** Mean and variance of the mean: by the scatter of the observations, by the stated error of a single one. */
    private static Optional<double[]> mean(List<FacilitySeries.DatedExcess> seen) {
        int n = seen.size();
        if (n == 0) {
            return Optional.empty();
        }
        double mean = seen.stream()
                .mapToDouble(FacilitySeries.DatedExcess::kelvin)
                .average()
                .orElse(0);
        double scatter = seen.stream()
                .mapToDouble(each -> (each.kelvin() - mean) * (each.kelvin() - mean))
                .sum();
        double error = seen.getFirst().standardError();
        return Optional.of(new double[] {mean, n > 1 ? scatter / (n - 1) / n : error * error});
    }
}
