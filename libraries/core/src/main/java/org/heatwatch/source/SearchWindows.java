package org.heatwatch.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;
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

    private final Composite composite;
    private final Period period;
    private final NavigableSet<LocalDate> dates;
    private final SourceSearch whole;
    private final List<LocatedSource> ofWhole;
    private final List<LocatedSource> ofYears = new ArrayList<>();

    private SearchWindows(
            Composite composite,
            Period period,
            NavigableSet<LocalDate> dates,
            SourceSearch whole,
            List<LocatedSource> ofWhole) {
        this.composite = composite;
        this.period = period;
        this.dates = dates;
        this.whole = whole;
        this.ofWhole = ofWhole;
    }

    /**
     * What was found.
     *
     * @param threshold of z in the whole period
     */
    record Found(double threshold, List<LocatedSource> sources) {}

    /**
     * Searches a composite as a whole and its years.
     *
     * @param dates of the scenes of the period
     */
    static SearchWindows of(Composite composite, Period period, NavigableSet<LocalDate> dates) {
        SourceSearch whole = SourceSearch.of(composite);
        SearchWindows windows =
                new SearchWindows(composite, period, dates, whole, whole.find(threshold(whole, period)));
        for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
            List<LocatedSource> known = windows.sources();
            windows.ofYears.addAll(newOnes(windows.ofYear(composite, year, period, dates, known), known));
        }
        return windows;
    }

    private List<LocatedSource> sources() {
        return Stream.concat(ofWhole.stream(), ofYears.stream()).toList();
    }

    /** The sources of the composite, with those of its latest overpasses. */
    Found found() {
        List<LocatedSource> all = new ArrayList<>(sources());
        all.addAll(newOnes(ofLatest(composite, dates), all));
        return new Found(threshold(whole, period), all);
    }

    /**
     * The sources of the composite with further scenes. A source that was found before keeps its place, so that its
     * observations do not change.
     *
     * @param more the composite with the further scenes
     * @param searched the period up to its last scene
     * @param allDates of the scenes of the period
     */
    Found with(Composite more, Period searched, NavigableSet<LocalDate> allDates) {
        double threshold = threshold(whole, searched);
        List<LocatedSource> all = atKnownPlaces(whole.with(more).find(threshold, sources()));
        all.addAll(newOnes(ofYears, all));
        all.addAll(newOnes(ofYear(more, searched.to().getYear(), searched, allDates, List.copyOf(all)), all));
        all.addAll(newOnes(ofLatest(more, allDates), all));
        return new Found(threshold, all);
    }

    private List<LocatedSource> atKnownPlaces(List<LocatedSource> found) {
        List<LocatedSource> free = new ArrayList<>(sources());
        List<LocatedSource> placed = new ArrayList<>();
        for (LocatedSource source : found) {
            Optional<LocatedSource> nearest = free.stream()
                    .filter(known -> metres(source, known) < SAME_METRES)
                    .min(Comparator.comparingDouble(known -> metres(source, known)));
            nearest.ifPresent(free::remove);
            placed.add(nearest.map(source::at).orElse(source));
        }
        return placed;
    }

    private static double threshold(SourceSearch whole, Period searched) {
        return whole.threshold(OF_PERIOD * Math.clamp(years(searched), 1, MOST_YEARS));
    }

    private List<LocatedSource> ofYear(
            Composite of, int year, Period searched, NavigableSet<LocalDate> ofScenes, List<LocatedSource> known) {
        if (DAYS_OF_YEAR * years(searched) < SHORTEST_WITH_YEARS
                || ofScenes.stream().filter(date -> date.getYear() == year).count() < FEWEST_OF_YEAR) {
            return List.of();
        }
        return of.of(samples -> samples.date().getYear() == year)
                .map(whole::with)
                .map(search -> search.find(search.threshold(OF_YEAR), known))
                .orElse(List.of());
    }

    private List<LocatedSource> ofLatest(Composite of, NavigableSet<LocalDate> ofScenes) {
        return ofScenes.descendingSet().stream()
                .skip(LATEST_OVERPASSES - 1)
                .findFirst()
                .map(first -> whole.latest(
                        of,
                        () -> of.of(samples -> !samples.date().isBefore(first)).orElseThrow(),
                        OF_LATEST))
                .orElse(List.of());
    }

    private static double years(Period period) {
        return ChronoUnit.DAYS.between(period.from(), period.to()) / DAYS_OF_YEAR;
    }

    /** Those that are not the same as a known one or as one before them. */
    private static List<LocatedSource> newOnes(List<LocatedSource> found, List<LocatedSource> known) {
        List<LocatedSource> others = new ArrayList<>();
        for (LocatedSource place : found) {
            if (Stream.concat(known.stream(), others.stream()).allMatch(other -> metres(place, other) >= SAME_METRES)) {
                others.add(place);
            }
        }
        return others;
    }

    private static double metres(LocatedSource one, LocatedSource other) {
        return one.distance(other.east(), other.north());
    }
}
