package org.heatwatch.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.publication.CodeVersion;
import org.heatwatch.publication.Manifest;

/**
 * What was last told of some sites, before more of it is read.
 *
 * @param sites each with its manifest, empty if nothing was told yet
 */
record Told(Shelf shelf, List<One> sites) {

    /** One site. */
    record One(String siteId, Optional<Manifest> manifest) {}

    /**
     * Asks for some sites, or all if none is named.
     *
     * @throws Problem if there is no such site
     */
    static Told of(Shelf shelf, List<String> wanted) {
        List<String> ids =
                wanted.isEmpty() ? shelf.siteIds() : wanted.stream().distinct().toList();
        return new Told(
                shelf, ids.stream().map(id -> new One(id, shelf.manifest(id))).toList());
    }

    /** Changes whenever anything that was told does; empty as long as there are sites of which nothing was. */
    Optional<String> version() {
        if (sites.stream().anyMatch(one -> one.manifest().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(sites.stream()
                .map(one -> Objects.requireNonNull(one.manifest().orElse(null)))
                .map(told -> told.siteId() + " " + told.siteVersion() + " " + told.run())
                .collect(Collectors.joining(", ", CodeVersion.current() + ": ", "")));
    }

    /**
     * The sites with what was told of them.
     *
     * @throws Problem if one of them is not known
     */
    List<PublishedSite> views() {
        return sites.stream()
                .map(one -> shelf.view(one.siteId(), one.manifest())
                        .orElseThrow(() -> Problem.notFound("no site is called " + Parameter.shown(one.siteId())
                                + "; known: " + shelf.siteNames())))
                .toList();
    }
}
