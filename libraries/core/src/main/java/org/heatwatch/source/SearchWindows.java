package org.heatwatch.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.estimation.source.SourceSearch;

/**
 * Searches a period as a whole, each of its calendar years, and the latest three overpasses of each place, so that a
 * source that was warm only for a part of the period is found, and a strong one within three overpasses of its start.
 *
 * <p>The probabilities of a false source add up to less than {@link #FALSE_SOURCES_PER_SITE_YEAR} for each year of the
 * period: one search of the whole period, one for each year, and about twenty independent searches of the latest
 * overpasses in a year.
 */
final class SearchWindows {
    /** Limit of the false sources of a site where nothing runs, per year. */
    static final double FALSE_SOURCES_PER_SITE_YEAR = 0.1;

    /** Of the search of the whole period, for each of its years. */
    private static final double OF_PERIOD = 0.04;

    /** A longer period is not searched with a lower threshold. */
    private static final double MOST_YEARS = 3;

    private static final double OF_YEAR = 0.01;
    private static final double OF_LATEST = 0.001;

    /** A shorter period is searched as a whole only. */
    private static final int SHORTEST_WITH_YEARS = 400;

    private static final double DAYS_OF_YEAR = 365.25;
    private static final int LATEST_OVERPASSES = 3;
    private static final int FEWEST_OF_YEAR = 3;

    /** Places nearer than this are the same source, in metres. */
    static final double SAME_METRES = 60;

    private SearchWindows() {}

    /**
     * What was found.
     *
     * @param threshold of z in the whole period
     */
    record Found(double threshold, List<LocatedSource> sources) {}

    /**
     * Searches a composite.
     *
     * @param dates of the scenes of the period
     */
    static Found search(Composite composite, Period period, NavigableSet<LocalDate> dates) {
        SourceSearch whole = SourceSearch.of(composite);
        double threshold = whole.threshold(OF_PERIOD * Math.clamp(years(period), 1, MOST_YEARS));
        List<LocatedSource> sources = new ArrayList<>(whole.find(threshold));
        if (DAYS_OF_YEAR * years(period) >= SHORTEST_WITH_YEARS) {
            for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
                int wanted = year;
                if (dates.stream().filter(date -> date.getYear() == wanted).count() >= FEWEST_OF_YEAR) {
                    composite
                            .of(samples -> samples.date().getYear() == wanted)
                            .map(part -> whole.of(composite, part))
                            .ifPresent(search ->
                                    addNew(sources, search.find(search.threshold(OF_YEAR), List.copyOf(sources))));
                }
            }
        }
        dates.descendingSet().stream()
                .skip(LATEST_OVERPASSES - 1)
                .findFirst()
                .flatMap(first -> composite.of(samples -> !samples.date().isBefore(first)))
                .ifPresent(latest -> addNew(sources, whole.latest(composite, latest, OF_LATEST)));
        return new Found(threshold, sources);
    }

    private static double years(Period period) {
        return ChronoUnit.DAYS.between(period.from(), period.to()) / DAYS_OF_YEAR;
    }

    private static void addNew(List<LocatedSource> sources, List<LocatedSource> found) {
        for (LocatedSource place : found) {
            if (sources.stream().allMatch(known -> known.distance(place.east(), place.north()) >= SAME_METRES)) {
                sources.add(place);
            }
        }
    }
}
