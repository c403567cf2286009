package org.heatwatch.source;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Counts the buildings in use in each calendar quarter. */
public final class ActivityCount {
    private static final double TAIL = 0.05;

    /** Quantile of the normal distribution at 95 %. */
    private static final double INTERVAL_ERRORS = 1.6449;

    private static final double PROBABLE = 0.5;

    private final List<SourceHistory> sources;
    private final List<Observed> observed;
    private final List<UseProbability> probabilities;
    private final WeakSources weak;

    /**
     * The observations of a source.
     *
     * @param betweenVariance scatter of what is switched on and off, which few overpasses sample
     */
    private record Observed(ActivitySpan span, ExcessSeries series, double betweenVariance) {
        static Observed of(SourceHistory source) {
            ExcessSeries all = ExcessSeries.of(source.history(), _ -> true);
            return new Observed(
                    source.span(), all, all.where(source.span()::contains).betweenVariance());
        }
    }

    private ActivityCount(List<SourceHistory> sources, Quarters quarters, double threshold) {
        this.sources = sources;
        observed = sources.stream().map(Observed::of).toList();
        probabilities = UseProbabilities.of(sources, quarters);
        weak = new WeakSources(threshold);
    }

    /**
     * Counts the sources that were in use on the clear overpasses of each quarter, each with its probability to be in
     * use ({@link UseProbabilities}), and estimates the number of buildings that were too weak to be found.
     *
     * <p>A building counts if its amount while it is in use is at least the threshold less two standard errors, such
     * as 2,100 K m2 of a search with 1,000 K m2 and z of 4.1. Measured with 40 buildings, five of 20,000 to 60,000 K
     * m2 and 35 of 1 to 4 K, 1,400 to 8,400 m2 and active in 70 % of the overpasses, of which 33 are found: all in use
     * throughout, the count is within 20 % of the truth in 98.6 % of the quarters, and the interval contains the truth
     * in 89.6 %; three of ten start and three of ten end within the period, 91 % and 85 %. The search dilutes what is
     * in use in a part of its period: if all buildings start in the middle of it, 5 of 40 are missing on average, the
     * count is within 20 % in 63 to 80 % of the quarters, and the interval contains the truth in 75 %; a shorter
     * period is better then.
     *
     * <p>The total amount is that of the sources that were probably in use, from their observations in the quarter, of
     * day and night; a source without one counts with the mean of its span. Errors that several sources have in common,
     * such as that of the alignment of a scene, are not part of its standard error.
     *
     * @param sources that were found, with their spans in the period
     * @param overpasses days of the clear overpasses, in any order; those outside the period are ignored
     * @param threshold z above which a place is a source
     * @param period that was searched
     * @return one for each quarter that the period touches, in order; numbers are absent without clear overpasses
     */
    public static List<ActivityQuarter> of(
            List<SourceHistory> sources, List<LocalDate> overpasses, double threshold, Period period) {
        Quarters quarters = new Quarters(period);
        ActivityCount count = new ActivityCount(sources, quarters, threshold);
        return quarters.all().stream()
                .map(quarter -> count.of(
                        quarter,
                        overpasses.stream()
                                .filter(day -> period.contains(day) && quarter.contains(day))
                                .sorted()
                                .toList()))
                .toList();
    }

    private ActivityQuarter of(Period quarter, List<LocalDate> overpasses) {
        if (overpasses.isEmpty()) {
            return new ActivityQuarter(quarter.from(), quarter.to(), 0, 0, null, null, null, null, null);
        }
        double[] inUse = probabilities.stream()
                .mapToDouble(source -> source.inUse(overpasses.getFirst(), overpasses.getLast()))
                .toArray();
        List<Observed> probable = IntStream.range(0, inUse.length)
                .filter(i -> inUse[i] > PROBABLE)
                .mapToObj(observed::get)
                .toList();
        Interval buildings = buildings(inUse);
        UncertainValue amount = amount(quarter, probable);
        return new ActivityQuarter(
                quarter.from(),
                quarter.to(),
                overpasses.size(),
                probable.size(),
                buildings.value,
                buildings.low,
                buildings.high,
                amount.value(),
                amount.error());
    }

    private record Interval(double value, double low, double high) {}

    private Interval buildings(double[] inUse) {
        double found = 0;
        double inWindow = 0;
        double missing = 0;
        double variance = 0;
        for (int i = 0; i < inUse.length; i++) {
            double z = sources.get(i).place().z();
            double others = weak.missing(z, probabilities.get(i).share());
            found += inUse[i];
            inWindow += weak.isInWindow(z) ? inUse[i] : 0;
            missing += inUse[i] * others;
            variance += inUse[i] * (1 - inUse[i]) * Math.pow(1 + others, 2);
        }
        double spans = INTERVAL_ERRORS * Math.sqrt(variance);
        double fewer = missing - WeakSources.quantile(inWindow, missing, TAIL);
        double more = WeakSources.quantile(inWindow, missing, 1 - TAIL) - missing;
        double value = found + missing;
        return new Interval(
                value,
                Math.max(0, value - Math.hypot(Math.max(0, fewer), spans)),
                value + Math.hypot(Math.max(0, more), spans));
    }

    private static UncertainValue amount(Period quarter, List<Observed> found) {
        double kelvin = 0;
        double variance = 0;
        for (Observed source : found) {
            double between = source.betweenVariance();
            ExcessSeries seen = source.series().where(observation -> quarter.contains(observation.date()));
            if (seen.size() > 0) {
                kelvin += seen.mean(between);
                variance += seen.variance(between);
            } else {
                kelvin += source.span().kelvin();
                variance += Math.pow(source.span().standardError(), 2) + between;
            }
        }
        double area = SourceFootprint.SQUARE_METRES;
        return UncertainValue.ofVariance(kelvin * area, variance * area * area);
    }
}
