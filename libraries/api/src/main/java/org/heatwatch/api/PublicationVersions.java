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
 * @param named whether the request names them, so that it fails if one cannot be read
 */
record PublicationVersions(PublicationCache cache, List<Entry> sites, boolean named) {

    /**
     * One site.
     *
     * @param manifest empty if nothing was published yet
     */
    record Entry(String siteId, Optional<Manifest> manifest) {}

    /**
     * Reads the manifests of the named sites, or of all sites if none is named.
     *
     * @throws Problem if these are more than {@link PublicationCache#MAX_SITES}
     */
    static PublicationVersions of(PublicationCache cache, List<String> wanted) {
        List<String> ids = wanted.isEmpty()
                ? cache.allSiteIds()
                : wanted.stream().distinct().toList();
        if (ids.size() > PublicationCache.MAX_SITES) {
            throw Problem.badParameter("site", "names more than %d sites".formatted(PublicationCache.MAX_SITES));
        }
        return new PublicationVersions(
                cache, ids.stream().map(id -> new Entry(id, cache.manifest(id))).toList(), !wanted.isEmpty());
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
        if (!named) {
            return sites.stream()
                    .flatMap(site -> cache.viewIfReadable(site.siteId(), site.manifest()).stream())
                    .toList();
        }
        return sites.stream()
                .map(site -> cache.view(site.siteId(), site.manifest())
                        .orElseThrow(() -> Problem.notFound("there is no site " + Parameter.shown(site.siteId())
                                + "; known sites: " + cache.siteNames())))
                .toList();
    }
}
