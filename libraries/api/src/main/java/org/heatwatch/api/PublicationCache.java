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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.SiteUnreadable;
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

    /** Sites that one response covers at most; each needs a read and a part of the memory and of the 6 MB of Lambda. */
    static final int MAX_SITES = 100;

    /** Ids of sites that a message names. */
    private static final int MAX_NAMES = 20;

    /** Age of the cached list of sites, and so the delay until a new site is served. */
    private static final Duration LIST_AGE = Duration.ofSeconds(20);

    private final Sources sources;
    private final Cache<PartOf, Object> parts =
            Caffeine.newBuilder().maximumSize(MAX_PARTS).build();
    private final Cache<String, PublishedSite> views =
            Caffeine.newBuilder().maximumSize(MAX_VIEWS).build();
    private final Cache<String, List<String>> lists =
            Caffeine.newBuilder().expireAfterWrite(LIST_AGE).build();

    private final Consumer<RuntimeException> faults;

    private record PartOf(String siteId, PartKey key) {}

    /** @param faults receives sites that cannot be read and are left out of a response */
    PublicationCache(Sources sources, Consumer<RuntimeException> faults) {
        this.sources = sources;
        this.faults = faults;
    }

    Sources sources() {
        return sources;
    }

    /** The ids of the first sites, at most one more than {@link #MAX_SITES}. */
    List<String> siteIds() {
        List<String> known =
                Objects.requireNonNull(lists.get("first", _ -> sources.ledger().siteIds("", MAX_SITES + 1)));
        if (known.isEmpty()) {
            // An empty list is not cached: the first site should be served as soon as it exists.
            lists.invalidateAll();
        }
        return known;
    }

    /**
     * The ids of all sites, if they are few enough for one response.
     *
     * @throws Problem if there are more
     */
    List<String> allSiteIds() {
        List<String> ids = siteIds();
        if (ids.size() > MAX_SITES) {
            throw Problem.badParameter(
                    "site", "required, because there are more than %d sites; /sites lists them".formatted(MAX_SITES));
        }
        return ids;
    }

    /** A site of several in a response: left out and reported if it cannot be read. */
    Optional<PublishedSite> viewIfReadable(String siteId, Optional<Manifest> manifest) {
        try {
            return view(siteId, manifest);
        } catch (SiteUnreadable | BadSite e) {
            faults.accept(e);
            return Optional.empty();
        }
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
        if (wanted.isPresent()) {
            return PublicationVersions.of(this, List.of(wanted.get()));
        }
        List<String> ids = siteIds();
        if (ids.size() > 1) {
            throw Problem.badParameter("site", "required, because there are several sites: " + siteNames());
        }
        if (ids.isEmpty()) {
            throw Problem.notFound("no site is watched yet");
        }
        return PublicationVersions.of(this, ids);
    }

    /** The first site ids, for messages. */
    String siteNames() {
        List<String> ids = siteIds();
        if (ids.isEmpty()) {
            return "none yet";
        }
        String names = ids.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
        return ids.size() > MAX_NAMES ? names + ", and more, which /sites lists" : names;
    }
}
