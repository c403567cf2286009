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
 * What is known, with everything kept at hand that can't change: parts of histories, and versions of definitions. Which of
 * them are current is asked for anew by every question.
 */
final class Shelf {
    private static final int MOST_PARTS = 3000;
    private static final int MOST_VIEWS = 8;

    /** A new site is seen so much later. */
    private static final Duration LIST_AGE = Duration.ofSeconds(20);

    private final Sources sources;
    private final Cache<PartOf, Object> parts =
            Caffeine.newBuilder().maximumSize(MOST_PARTS).build();
    private final Cache<String, PublishedSite> views =
            Caffeine.newBuilder().maximumSize(MOST_VIEWS).build();
    private final Cache<String, List<String>> lists =
            Caffeine.newBuilder().expireAfterWrite(LIST_AGE).build();

    private record PartOf(String siteId, PartKey key) {}

    Shelf(Sources sources) {
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
            // Whoever waits for the first site to be planted shall not wait longer.
            lists.invalidateAll();
        }
        return known;
    }

    /** What was last told of a site; one item is read. */
    Optional<Manifest> manifest(String siteId) {
        return sources.outbox().manifest(siteId);
    }

    /** A site with what was told of it; empty if there is no such site. */
    Optional<PublishedSite> view(String siteId, Optional<Manifest> manifest) {
        if (manifest.isEmpty()) {
            return PublishedSite.of(siteId, manifest, sources.ledger(), reader());
        }
        String told = siteId + " " + manifest.get().run();
        PublishedSite known = views.getIfPresent(told);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PublishedSite> view = PublishedSite.of(siteId, manifest, sources.ledger(), reader());
        view.ifPresent(fresh -> views.put(told, fresh));
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
        List<T> read = missing.isEmpty()
                ? List.of()
                : PartReader.of(sources.histories()).read(siteId, missing, type);
        Map<PartKey, T> fresh = new HashMap<>();
        for (int i = 0; i < missing.size(); i++) {
            fresh.put(missing.get(i), read.get(i));
            parts.put(new PartOf(siteId, missing.get(i)), read.get(i));
        }
        List<T> all = new ArrayList<>();
        for (PartKey key : keys) {
            @Nullable T found = fresh.get(key);
            all.add(found == null ? type.cast(known.get(new PartOf(siteId, key))) : found);
        }
        return all;
    }

    /**
     * The site that is asked for, or the only one.
     *
     * @throws Problem if there is none, or several
     */
    Told one(Optional<String> wanted) {
        List<String> ids = siteIds();
        if (wanted.isEmpty() && ids.size() > 1) {
            throw Problem.badParameter("site", "say which of " + siteNames());
        }
        String id = wanted.orElseGet(() -> ids.isEmpty() ? "" : ids.getFirst());
        if (id.isEmpty()) {
            throw Problem.notFound("no site is watched yet");
        }
        return Told.of(this, List.of(id));
    }

    /** For messages: which sites there are. */
    String siteNames() {
        List<String> ids = siteIds();
        return ids.isEmpty() ? "there is none yet" : ids.stream().collect(Collectors.joining(", "));
    }
}
