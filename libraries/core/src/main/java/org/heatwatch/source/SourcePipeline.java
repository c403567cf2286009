package org.heatwatch.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.heatwatch.history.ConvertedScenes;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.PlaceHistories;
import org.heatwatch.history.Regime;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/**
 * Finds the heat sources of a site from its scenes: the composite of the period, the search of it, and for each source
 * the observations of all overpasses, fitted together with all other sources as those of facilities are.
 *
 * <p>Keeps intermediate results, so that one more scene is cheap.
 */
public final class SourcePipeline {
    private static final double LEAST_SHOWN = 0.5;

    private final CloudScreen clouds = new CloudScreen();
    private Optional<Search> last = Optional.empty();

    /** Scenes of a site up to a day, among them those of a regime that a search uses. */
    private record Input(Site site, Collection<SampledScene> scenes, LocalDate asOf, SourceScenes selected) {
        /** Everything that the result of a search depends on. */
        SearchKey key() {
            return new SearchKey(
                    site,
                    scenes.stream()
                            .map(SampledScene::scene)
                            .filter(scene -> !scene.acquisition().date().isAfter(asOf))
                            .toList(),
                    selected.searched());
        }
    }

    private record SearchKey(Site site, List<SceneRecord> scenes, Period period) {}

    /** A search and the grounds against which its sources are observed. */
    private record Search(
            SearchKey key, Composite composite, SearchWindows.Found found, Map<Regime, FittedBackground> grounds) {}

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
                .flatMap(wanted -> SourceScenes.of(site, converted(site, scenes, Regime.DAY, asOf), wanted))
                .map(selected -> report(new Input(site, scenes, asOf, selected), known));
    }

    private ConvertedScenes converted(Site site, Collection<SampledScene> scenes, Regime regime, LocalDate asOf) {
        return ConvertedScenes.of(clouds, site, scenes, regime, asOf);
    }

    private SourceReport report(Input input, List<HeatSource> known) {
        Search search = search(input);
        Composite composite = search.composite();
        SearchWindows.Found found = search.found();
        Period period = input.selected().period();
        List<SourceHistory> histories =
                histories(input, search.grounds(), found.sources(), SourceIds.of(found.sources(), known, input.site()));
        List<HeatSource> sources = histories.stream()
                .map(history -> PublishedSource.of(history, input.site()))
                .toList();
        SiteSources result = new SiteSources(
                period,
                composite.referenceScenes(),
                composite.periodScenes(),
                found.threshold(),
                SearchWindows.FALSE_SOURCES_PER_SITE_YEAR,
                sources,
                activity(input, histories, found));
        CompositeMap map = new CompositeMap(
                period,
                composite.referenceScenes(),
                composite.periodScenes(),
                composite.excess(),
                composite.standardError());
        return new SourceReport(result, histories, map);
    }

    /** Buildings in use can be counted only where nothing ran in the reference period. */
    private static List<ActivityQuarter> activity(
            Input input, List<SourceHistory> histories, SearchWindows.Found found) {
        return input.site().referenceKind().isTwoSided()
                ? List.of()
                : ActivityCount.of(
                        histories,
                        List.copyOf(input.selected().dates()),
                        found.threshold(),
                        input.selected().period());
    }

    /** The last search if its input was the same: a day without a new scene needs no other. */
    private Search search(Input input) {
        SearchKey key = input.key();
        Search search = last.filter(before -> before.key().equals(key)).orElseGet(() -> search(key, input));
        last = Optional.of(search);
        return search;
    }

    private Search search(SearchKey key, Input input) {
        SourceScenes selected = input.selected();
        Composite composite = Composite.of(selected.scenes(), selected.area());
        Map<Regime, FittedBackground> grounds = new LinkedHashMap<>();
        grounds.put(Regime.DAY, composite.background());
        for (Regime regime : Regime.all()) {
            if (!regime.equals(Regime.DAY)) {
                SourceScenes.of(
                                input.site(),
                                converted(input.site(), input.scenes(), regime, input.asOf()),
                                selected.period())
                        .map(others -> Composite.of(others.scenes(), others.area()))
                        .ifPresent(of -> grounds.put(regime, of.background()));
            }
        }
        return new Search(
                key, composite, SearchWindows.search(composite, selected.searched(), selected.dates()), grounds);
    }

    /**
     * The observations of the sources, as facilities of a site that has no others, against the grounds of composites.
     */
    private List<SourceHistory> histories(
            Input input, Map<Regime, FittedBackground> grounds, List<LocatedSource> places, List<String> ids) {
        if (places.isEmpty()) {
            return List.of();
        }
        Site site = input.site();
        Stream<Feature> footprints =
                IntStream.range(0, places.size()).mapToObj(i -> SourceFootprint.of(ids.get(i), places.get(i), site));
        // A place that became warmer is followed as a start, whatever ran elsewhere in the reference period.
        Site ofSources = site.withIdleReference()
                .withFeatures(Stream.concat(site.features(Role.SITE).stream(), footprints)
                        .toList());
        SiteHistory history = PlaceHistories.of(clouds, ofSources, input.scenes(), input.asOf(), grounds);
        List<SourceHistory> histories = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            FeatureHistory its = history.feature(ids.get(i)).orElseThrow();
            LocatedSource place = places.get(i);
            String id = ids.get(i);
            ActivitySpan.of(its, input.selected().period())
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
