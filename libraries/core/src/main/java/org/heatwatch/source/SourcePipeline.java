package org.heatwatch.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.history.ConvertedScenes;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.HistoryPipeline;
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
    private final HistoryPipeline observations = new HistoryPipeline();
    private Optional<Search> last = Optional.empty();

    /** Everything that a search depends on. */
    private record SearchInput(Site site, List<SceneRecord> scenes, Period period) {}

    /** A search, its input and its result. */
    private record Search(SearchInput input, Composite composite, SearchWindows.Found found) {}

    /**
     * Searches a period.
     *
     * @param period to search; empty: from the end of the reference period to the day of the report
     * @param asOf later scenes are ignored
     * @param known sources of an earlier report, whose ids are kept
     * @return empty if there are too few reference scenes, or none in the period
     */
    public synchronized Optional<SourceReport> run(
            Site site,
            Collection<SampledScene> scenes,
            Optional<Period> period,
            LocalDate asOf,
            List<HeatSource> known) {
        ConvertedScenes converted = ConvertedScenes.of(site, scenes, Regime.DAY, asOf);
        return period.or(() -> SourceScenes.usualPeriod(site, asOf))
                .flatMap(wanted -> SourceScenes.of(site, converted, wanted))
                .map(selected -> report(site, scenes, asOf, known, selected));
    }

    private SourceReport report(
            Site site, Collection<SampledScene> scenes, LocalDate asOf, List<HeatSource> known, SourceScenes selected) {
        Search search = search(new SearchInput(site, selected.records(), selected.searched()), selected);
        Composite composite = search.composite();
        SearchWindows.Found found = search.found();
        List<String> ids = SourceIds.of(found.sources(), known, site);
        List<SourceHistory> histories = histories(
                site, scenes, asOf, selected.period(), SteadyPlaces.of(found.sources(), ids, known, site), ids);
        List<HeatSource> sources = histories.stream()
                .map(history -> PublishedSource.of(history, site))
                .toList();
        SiteSources result = new SiteSources(
                selected.period(),
                composite.referenceScenes(),
                composite.periodScenes(),
                found.threshold(),
                SearchWindows.FALSE_SOURCES_PER_SITE_YEAR,
                sources,
                ActivityCount.of(histories, List.copyOf(selected.dates()), found.threshold(), selected.period()));
        CompositeMap map = new CompositeMap(
                selected.period(),
                composite.referenceScenes(),
                composite.periodScenes(),
                composite.excess(),
                composite.standardError());
        return new SourceReport(result, histories, map);
    }

    /** The last search if its input was the same: a day without a new scene needs no other. */
    private Search search(SearchInput input, SourceScenes selected) {
        Search search = last.filter(before -> before.input().equals(input)).orElseGet(() -> {
            Composite composite = Composite.of(selected.scenes(), selected.area());
            return new Search(input, composite, SearchWindows.search(composite, selected.searched(), selected.dates()));
        });
        last = Optional.of(search);
        return search;
    }

    /** The observations of the sources, as facilities of a site that has no others. */
    private List<SourceHistory> histories(
            Site site,
            Collection<SampledScene> scenes,
            LocalDate asOf,
            Period period,
            List<LocatedSource> places,
            List<String> ids) {
        if (places.isEmpty()) {
            return List.of();
        }
        // In the order of their ids: that of the amounts changes with every scene, and with it all that is cached.
        List<Feature> footprints = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparing(ids::get))
                .map(i -> SourceFootprint.of(ids.get(i), places.get(i), site))
                .toList();
        Site ofSources = withFeatures(
                site,
                Stream.concat(site.features(Role.SITE).stream(), footprints.stream())
                        .toList());
        SiteHistory history = observations.run(ofSources, scenes, asOf).history();
        List<SourceHistory> histories = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            FeatureHistory its = history.feature(ids.get(i)).orElseThrow();
            LocatedSource place = places.get(i);
            String id = ids.get(i);
            ActivitySpan.of(its, period).ifPresent(span -> histories.add(new SourceHistory(id, place, its, span)));
        }
        return histories;
    }

    private static Site withFeatures(Site site, List<Feature> features) {
        return new Site(
                site.id(),
                site.presentation(),
                site.utm(),
                site.scenes(),
                site.referencePeriods(),
                site.bounds(),
                features);
    }
}
