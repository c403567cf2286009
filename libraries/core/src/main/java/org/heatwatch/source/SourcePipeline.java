package org.heatwatch.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.history.AssumedReference;
import org.heatwatch.history.CloudScreen;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.PlaceHistories;
import org.heatwatch.history.Regime;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/**
 * Finds the heat sources of a site from its scenes: the composite of the period, the search of it, and for each source
 * the observations of all overpasses, fitted together with all other sources as those of facilities are.
 *
 * <p>The scenes up to the end of a quarter are fitted together, and those of the quarter that follows to the maps of
 * these, if there are at least 200 of the period ({@link SearchInput#settled}). An instance keeps the fit: one more
 * scene of a quarter is cheap. The result equals that of a new instance.
 */
public final class SourcePipeline {
    private static final double LEAST_SHOWN = 0.5;

    /** Fewer scenes are fitted together in a few seconds. */
    private static final int FEWEST_SETTLED = 200;

    private final int fewestSettled;
    private final CloudScreen clouds = new CloudScreen();
    private final PlaceHistories places = new PlaceHistories(clouds);
    private Optional<Kept<JointSearch>> joint = Optional.empty();
    private Optional<Kept<PeriodSearch>> last = Optional.empty();

    /** A pipeline without intermediate results. */
    public SourcePipeline() {
        this(FEWEST_SETTLED);
    }

    /** @param fewestSettled number of scenes of the period, below which all are fitted together */
    SourcePipeline(int fewestSettled) {
        this.fewestSettled = fewestSettled;
    }

    private record Kept<T>(SearchInput.Key key, Optional<T> search) {}

    /**
     * Searches a period.
     *
     * @param period to search; empty: from the end of the reference period to the day of the report
     * @param asOf later scenes are ignored
     * @param known sources of an earlier report, whose ids are kept
     * @return empty if there are too few reference scenes, or none in the period
     */
    public synchronized Optional<SourceReport> run(
            Site definition,
            Collection<SampledScene> scenes,
            Optional<Period> period,
            LocalDate asOf,
            List<HeatSource> known) {
        Site site = AssumedReference.of(definition, scenes);
        return period.or(() -> SourceScenes.usualPeriod(site, asOf))
                .map(wanted -> new SearchInput(site, scenes, wanted, asOf))
                .flatMap(input -> search(input).map(search -> report(input, search, known)));
    }

    private SourceReport report(SearchInput input, PeriodSearch search, List<HeatSource> known) {
        Composite composite = search.composite();
        SearchWindows.Found found = search.found();
        List<SourceHistory> histories =
                histories(input, search.grounds(), found.sources(), SourceIds.of(found.sources(), known, input.site()));
        List<HeatSource> sources = histories.stream()
                .map(history -> PublishedSource.of(history, input.site()))
                .toList();
        SiteSources result = new SiteSources(
                input.period(),
                composite.referenceScenes(),
                composite.periodScenes(),
                found.threshold(),
                SearchWindows.FALSE_SOURCES_PER_SITE_YEAR,
                sources,
                activity(input, histories, search));
        CompositeMap map = new CompositeMap(
                input.period(),
                composite.referenceScenes(),
                composite.periodScenes(),
                composite.excess(),
                composite.standardError());
        return new SourceReport(result, histories, map);
    }

    /** Buildings in use can be counted only where nothing ran in the reference period. */
    private static List<ActivityQuarter> activity(
            SearchInput input, List<SourceHistory> histories, PeriodSearch search) {
        return input.site().referenceKind().isTwoSided()
                ? List.of()
                : ActivityCount.of(
                        histories, List.copyOf(search.dates()), search.found().threshold(), input.period());
    }

    /** The last search if its input was the same: a day without a new scene needs no other. */
    private Optional<PeriodSearch> search(SearchInput input) {
        SearchInput.Key key = input.key();
        Kept<PeriodSearch> search = last.filter(before -> before.key().equals(key))
                .orElseGet(() ->
                        new Kept<>(key, settled(input).or(() -> joint(input).map(JointSearch::found))));
        last = Optional.of(search);
        return search.search();
    }

    private Optional<PeriodSearch> settled(SearchInput input) {
        return input.settled(fewestSettled)
                .flatMap(day -> joint(input.until(day)).map(search -> search.with(clouds, day, input)));
    }

    /** The last joint search if its input was the same. */
    private Optional<JointSearch> joint(SearchInput input) {
        SearchInput.Key key = input.key();
        Kept<JointSearch> search = joint.filter(before -> before.key().equals(key))
                .orElseGet(() -> new Kept<>(key, JointSearch.of(clouds, input)));
        joint = Optional.of(search);
        return search.search();
    }

    /**
     * The observations of the sources, as facilities of a site that has no others, against the grounds of composites.
     */
    private List<SourceHistory> histories(
            SearchInput input, Map<Regime, FittedBackground> grounds, List<LocatedSource> located, List<String> ids) {
        if (located.isEmpty()) {
            return List.of();
        }
        Site site = input.site();
        // In an order that does not change with their amounts.
        Stream<Feature> footprints = IntStream.range(0, located.size())
                .mapToObj(i -> SourceFootprint.of(ids.get(i), located.get(i), site))
                .sorted(Comparator.comparing(Feature::id));
        // A place that became warmer is followed as a start, whatever ran elsewhere in the reference period.
        Site ofSources = site.withIdleReference()
                .withFeatures(Stream.concat(site.features(Role.SITE).stream(), footprints)
                        .toList());
        SiteHistory history = places.of(ofSources, input.scenes(), input.asOf(), grounds);
        List<SourceHistory> histories = new ArrayList<>();
        for (int i = 0; i < located.size(); i++) {
            FeatureHistory its = history.feature(ids.get(i)).orElseThrow();
            LocatedSource place = located.get(i);
            String id = ids.get(i);
            ActivitySpan.of(its, input.period())
                    .filter(span -> isShownBy(span, place))
                    .ifPresent(span -> histories.add(new SourceHistory(id, place, its, span)));
        }
        return histories;
    }

    /**
     * Whether the observations in the time of use show the amount that a composite showed. Those of a place that only
     * one overpass made warm do not.
     */
    private static boolean isShownBy(ActivitySpan span, LocatedSource place) {
        return span.kelvin() * SourceFootprint.SQUARE_METRES >= LEAST_SHOWN * place.kelvinSquareMetres();
    }
}
