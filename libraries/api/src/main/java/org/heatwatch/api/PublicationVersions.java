package org.heatwatch.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.publication.CodeVersion;
import org.heatwatch.publication.Manifest;

/**
 * The last publications of some sites, of which only the manifests have been read.
 *
 * @param cache reads the rest
 * @param sites the sites with their manifests
 */
record PublicationVersions(PublicationCache cache, List<Entry> sites) {

    /**
     * One site.
     *
     * @param manifest empty if nothing was published yet
     */
    record Entry(String siteId, Optional<Manifest> manifest) {}

    /**
     * Reads the manifests of the named sites, or of all sites if none is named.
     */
    static PublicationVersions of(PublicationCache cache, List<String> wanted) {
        List<String> ids =
                wanted.isEmpty() ? cache.siteIds() : wanted.stream().distinct().toList();
        return new PublicationVersions(
                cache, ids.stream().map(id -> new Entry(id, cache.manifest(id))).toList());
    }

    /** Version tag of the published data; empty while any site is unpublished. */
    Optional<String> version() {
        if (sites.stream().anyMatch(site -> site.manifest().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(sites.stream()
                .map(site -> Objects.requireNonNull(site.manifest().orElse(null)))
                .map(manifest -> manifest.siteId() + " " + manifest.siteVersion() + " " + manifest.run())
                .collect(Collectors.joining(", ", CodeVersion.current() + ": ", "")));
    }

    /**
     * The sites with their publications.
     *
     * @throws Problem if there is no site of one of the names
     */
    List<PublishedSite> views() {
        return sites.stream()
                .map(site -> cache.view(site.siteId(), site.manifest())
                        .orElseThrow(() -> Problem.notFound("there is no site " + Parameter.shown(site.siteId())
                                + "; known sites: " + cache.siteNames())))
                .toList();
    }
}
