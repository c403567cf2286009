package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.Standing;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/**
 * A site as it was last told of. All that is read through one view belongs together.
 *
 * @param site in the version that it was told by
 * @param manifest empty if nothing was told yet
 * @param places of features, by id, filled when they are asked for
 * @param kept rows, by name, filled when they are asked for
 */
record SiteView(
        Site site,
        Optional<Manifest> manifest,
        PartReader reader,
        Map<String, Place> places,
        Map<String, List<Row>> kept) {

    static SiteView of(Site site, Optional<Manifest> manifest, PartReader reader) {
        return new SiteView(site, manifest, reader, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    String id() {
        return site.id();
    }

    /** Facilities and controls, in the order of the site's file. */
    List<Feature> watched() {
        return site.features().stream()
                .filter(feature -> feature.role() == Role.FACILITY || feature.role() == Role.CONTROL)
                .toList();
    }

    boolean isSimulated() {
        return site.presentation().simulated();
    }

    Place place(Feature feature) {
        return places.computeIfAbsent(
                feature.id(), _ -> Place.of(feature.footprint().lonLat()));
    }

    /** Rows that are made once, since a view never changes. */
    List<Row> kept(String name, Supplier<List<Row>> rows) {
        return kept.computeIfAbsent(name, _ -> rows.get());
    }

    Map<String, Standing> standings() {
        return manifest.map(Manifest::standings).orElse(List.of()).stream()
                .collect(Collectors.toMap(Standing::facility, Function.identity()));
    }

    Optional<PublishedHistory> history() {
        return manifest.map(told -> new PublishedHistory(reader, told));
    }
}
