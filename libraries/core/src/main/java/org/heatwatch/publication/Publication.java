package org.heatwatch.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.PassResidual;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Overpass;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.source.SourceReport;

/** A history, partitioned by facility and year, so that a new observation changes only the parts of its year. */
public record Publication(Manifest manifest, Map<PartKey, byte[]> parts) implements PartReader {

    @Override
    public <T> List<T> read(String siteId, Collection<PartKey> keys, Class<T> type) {
        return PackedJson.unpack(parts, keys, type);
    }

    /**
     * Makes the publication of a history: its facilities and controls, its recorded scenes and the
     * residual maps of its passes.
     *
     * @param siteVersion version of the site's definition
     * @param scenes that the history was computed from, in order
     * @param maps residuals of the passes above the background model, where available
     * @param run id of the scoring run
     */
    public static Publication of(
            Site site,
            int siteVersion,
            SiteHistory history,
            List<SceneRecord> scenes,
            Function<Acquisition, Optional<PassResidual>> maps,
            String run) {
        return of(site, siteVersion, history, scenes, maps, Optional.empty(), run);
    }

    /**
     * Makes the publication of a history and of the heat sources of the site.
     *
     * @param sources empty if they could not be searched for
     * @see #of(Site, int, SiteHistory, List, Function, String)
     */
    public static Publication of(
            Site site,
            int siteVersion,
            SiteHistory history,
            List<SceneRecord> scenes,
            Function<Acquisition, Optional<PassResidual>> maps,
            Optional<SourceReport> sources,
            String run) {
        Map<PartKey, byte[]> parts = new LinkedHashMap<>();
        List<PublishedState> states = new ArrayList<>();
        for (FeatureHistory feature : history.features()) {
            Role role = feature.feature().role();
            if (role == Role.FACILITY || role == Role.CONTROL) {
                List<PublishedObservation> observations = PublishedObservation.of(feature);
                states.add(PublishedState.of(feature, observations));
                FacilityYear.of(feature, observations)
                        .forEach((year, its) ->
                                put(parts, PartKey.facility(feature.feature().id()), year, its));
            }
        }
        putPasses(parts, reports(site, history, scenes));
        putMaps(parts, site, history, maps);
        sources.ifPresent(report ->
                SourceParts.put(report, lastScene(history), (subject, year, part) -> put(parts, subject, year, part)));
        Manifest manifest = new Manifest(
                site.id(),
                siteVersion,
                CodeVersion.current(),
                history.asOf(),
                run,
                site.presentation().simulated(),
                states,
                scenes.stream().map(SceneRecord::key).toList(),
                List.copyOf(parts.keySet()));
        return new Publication(manifest, parts);
    }

    /** A report of each recorded scene up to the day of the history, in order of time. */
    private static List<PassReport> reports(Site site, SiteHistory history, List<SceneRecord> scenes) {
        Map<ProductId, SceneCheck> used =
                history.scenes().stream().collect(Collectors.toMap(SceneCheck::product, Function.identity()));
        Map<Overpass, Acquisition> byOverpass = used.keySet().stream()
                .map(ProductId::acquisition)
                .collect(Collectors.toMap(Acquisition::overpass, Function.identity()));
        List<PassReport> reports = new ArrayList<>();
        for (SceneRecord scene : scenes) {
            Optional<SceneCheck> check = Optional.ofNullable(used.remove(scene.product()));
            check.map(its -> PassReport.of(its, scene, site))
                    .or(() -> Optional.ofNullable(
                                    byOverpass.get(scene.acquisition().overpass()))
                            .filter(_ -> !scene.acquisition().date().isAfter(history.asOf()))
                            .map(instead -> PassReport.unused(scene, instead)))
                    .ifPresent(reports::add);
        }
        if (!used.isEmpty()) {
            throw new IllegalArgumentException("no record of scenes of the history: " + used.keySet());
        }
        reports.sort(Comparator.comparing(PassReport::acquiredAt).thenComparing(PassReport::acquisition));
        return reports;
    }

    private static void putMaps(
            Map<PartKey, byte[]> parts,
            Site site,
            SiteHistory history,
            Function<Acquisition, Optional<PassResidual>> maps) {
        history.scenes().stream()
                .map(scene -> scene.product().acquisition())
                .forEach(pass -> maps.apply(pass)
                        .ifPresent(residual -> put(
                                parts,
                                PartKey.map(pass.id()),
                                pass.date().getYear(),
                                PassMap.of(pass, site, residual))));
    }

    private static LocalDate lastScene(SiteHistory history) {
        return history.scenes().stream()
                .map(scene -> scene.product().acquisition().date())
                .max(Comparator.naturalOrder())
                .orElse(history.asOf());
    }

    private static void putPasses(Map<PartKey, byte[]> parts, List<PassReport> passes) {
        SortedMap<Integer, List<PassReport>> byYear = passes.stream()
                .collect(Collectors.groupingBy(
                        pass -> pass.acquisition().date().getYear(), TreeMap::new, Collectors.toList()));
        byYear.forEach((year, ofYear) -> put(parts, PartKey.PASSES, year, ofYear));
    }

    private static void put(Map<PartKey, byte[]> parts, String of, int year, Object part) {
        parts.put(new PartKey(of, year, PackedJson.digest(part)), PackedJson.pack(part));
    }
}
