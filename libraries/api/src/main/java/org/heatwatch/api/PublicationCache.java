package org.heatwatch.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PartReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads publications and caches their immutable parts: parts of histories and versions of site definitions. Every
 * request reads the manifest again to find the current publication.
 */
final class PublicationCache {
    private static final int MAX_PARTS = 3000;
    private static final int MAX_VIEWS = 8;

    /** Age of the cached list of sites, and so the delay until a new site is served. */
    private static final Duration LIST_AGE = Duration.ofSeconds(20);

    private final Sources sources;
    private final Cache<PartOf, Object> parts =
            Caffeine.newBuilder().maximumSize(MAX_PARTS).build();
    private final Cache<String, PublishedSite> views =
            Caffeine.newBuilder().maximumSize(MAX_VIEWS).build();
    private final Cache<String, List<String>> lists =
            Caffeine.newBuilder().expireAfterWrite(LIST_AGE).build();

    private record PartOf(String siteId, PartKey key) {}

    PublicationCache(Sources sources) {
        this.sources = sources;
    }

    Sources sources() {
        return sources;
    }

    /** The ids of all sites. */
    List<String> siteIds() {
        List<String> known = Objects.requireNonNull(lists.get(
                "all",
                _ -> sources.ledger().sites().stream()
                        .map(SiteDefinition::siteId)
                        .toList()));
        if (known.isEmpty()) {
            // An empty list is not cached: the first site should be served as soon as it exists.
            lists.invalidateAll();
        }
        return known;
    }

    /** The manifest of the last publication of a site. Reads one item. */
    Optional<Manifest> manifest(String siteId) {
        return sources.outbox().manifest(siteId);
    }

    /** A site with the publication of a manifest; empty if there is no such site. */
    Optional<PublishedSite> view(String siteId, Optional<Manifest> manifest) {
        if (manifest.isEmpty()) {
            return PublishedSite.of(siteId, manifest, sources.ledger(), reader());
        }
        String version = siteId + " " + manifest.get().run();
        PublishedSite known = views.getIfPresent(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PublishedSite> view = PublishedSite.of(siteId, manifest, sources.ledger(), reader());
        view.ifPresent(fresh -> views.put(version, fresh));
        return view;
    }

    private PartReader reader() {
        return new PartReader() {
            @Override
            public <T> List<T> read(String siteId, Collection<PartKey> keys, Class<T> type) {
                return cached(siteId, keys, type);
            }
        };
    }

    private <T> List<T> cached(String siteId, Collection<PartKey> keys, Class<T> type) {
        Map<PartOf, Object> known = parts.getAllPresent(
                keys.stream().map(key -> new PartOf(siteId, key)).toList());
        List<PartKey> missing = keys.stream()
                .filter(key -> !known.containsKey(new PartOf(siteId, key)))
                .toList();
        List<T> loaded = missing.isEmpty()
                ? List.of()
                : PartReader.of(sources.histories()).read(siteId, missing, type);
        Map<PartKey, T> fresh = new HashMap<>();
        for (int i = 0; i < missing.size(); i++) {
            fresh.put(missing.get(i), loaded.get(i));
            parts.put(new PartOf(siteId, missing.get(i)), loaded.get(i));
        }
        List<T> all = new ArrayList<>();
        for (PartKey key : keys) {
            @Nullable T found = fresh.get(key);
            all.add(found == null ? type.cast(known.get(new PartOf(siteId, key))) : found);
        }
        return all;
    }

    /**
     * The requested site, or the only one.
     *
     * @throws Problem if there is no site, or if there are several and none is named
     */
    PublicationVersions one(Optional<String> wanted) {
        List<String> ids = siteIds();
        if (wanted.isEmpty() && ids.size() > 1) {
            throw Problem.badParameter("site", "required, because there are several sites: " + siteNames());
        }
        String id = wanted.orElseGet(() -> ids.isEmpty() ? "" : ids.getFirst());
        if (id.isEmpty()) {
            throw Problem.notFound("no site is watched yet");
        }
        return PublicationVersions.of(this, List.of(id));
    }

    /** The site ids, for messages. */
    String siteNames() {
        List<String> ids = siteIds();
        return ids.isEmpty() ? "none yet" : ids.stream().collect(Collectors.joining(", "));
    }
}
