package org.heatwatch.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.NavigableSet;
import java.util.function.Predicate;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.estimation.source.SourceSearch;

/**
 * Searches a period as a whole, each of its calendar years, and its latest three overpasses, so that a source that was
 * warm only for a part of the period is found, and a strong one within three overpasses of its start.
 *
 * <p>The probabilities of a false source add up to less than {@link #FALSE_SOURCES_PER_SITE_YEAR}: one search of the
 * whole period, one for each year, and about ten independent searches of the latest overpasses in a year.
 */
final class SearchWindows {
    /** Limit of the false sources of a site where nothing runs, per year. */
    static final double FALSE_SOURCES_PER_SITE_YEAR = 0.1;

    private static final double OF_PERIOD = 0.04;
    private static final double OF_YEAR = 0.01;
    private static final double OF_LATEST = 0.002;

    /** A shorter period is searched as a whole only. */
    private static final int SHORTEST_WITH_YEARS = 400;

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
        double threshold = whole.threshold(OF_PERIOD);
        List<LocatedSource> sources = new ArrayList<>(whole.find(threshold));
        if (ChronoUnit.DAYS.between(period.from(), period.to()) >= SHORTEST_WITH_YEARS) {
            for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
                int wanted = year;
                Predicate<LocalDate> ofYear = date -> date.getYear() == wanted;
                if (dates.stream().filter(ofYear).count() >= FEWEST_OF_YEAR) {
                    addNew(sources, whole, composite, ofYear, OF_YEAR);
                }
            }
        }
        if (dates.size() > LATEST_OVERPASSES) {
            LocalDate first = dates.descendingSet().stream()
                    .skip(LATEST_OVERPASSES - 1)
                    .findFirst()
                    .orElseThrow();
            addNew(sources, whole, composite, date -> !date.isBefore(first), OF_LATEST);
        }
        return new Found(threshold, sources);
    }

    private static void addNew(
            List<LocatedSource> sources,
            SourceSearch whole,
            Composite composite,
            Predicate<LocalDate> window,
            double probability) {
        Optional<Composite> part = composite.of(samples -> window.test(samples.date()));
        if (part.isEmpty()) {
            return;
        }
        SourceSearch search = whole.of(composite, part.get());
        for (LocatedSource place : search.find(search.threshold(probability), List.copyOf(sources))) {
            if (sources.stream().allMatch(known -> known.distance(place.east(), place.north()) >= SAME_METRES)) {
                sources.add(place);
            }
        }
    }
}
