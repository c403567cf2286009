package org.heatwatch.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.Ledger;

/**
 * The sites that watch each path and row, as the ledger's index says. Answers are kept for a limited time, so a new
 * site is noticed at the latest {@link #MAX_AGE} after it was saved; products of that time are requested by the daily
 * comparison with the archive.
 */
final class WatchIndex {
    /** Age after which an answer is read again. */
    static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** Landsat has 57,784 paths and rows. */
    private static final int MAX_ENTRIES = 60_000;

    private final Ledger ledger;
    private final InstantSource clock;
    private final Duration maxAge;
    private final Map<WrsScene, Answer> known = new HashMap<>();

    private record Answer(List<String> siteIds, Instant until) {}

    private WatchIndex(Ledger ledger, InstantSource clock, Duration maxAge) {
        this.ledger = ledger;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /** An index that keeps its answers for {@link #MAX_AGE}. */
    static WatchIndex cached(Ledger ledger, InstantSource clock) {
        return new WatchIndex(ledger, clock, MAX_AGE);
    }

    /** An index that reads each answer from the ledger. */
    static WatchIndex uncached(Ledger ledger) {
        return new WatchIndex(ledger, InstantSource.system(), Duration.ZERO);
    }

    /** The ids of the sites that watch a path and row, in their order. */
    synchronized List<String> sitesWatching(WrsScene scene) {
        Instant now = clock.instant();
        Answer answer = known.get(scene);
        if (answer != null && now.isBefore(answer.until)) {
            return answer.siteIds;
        }
        List<String> siteIds = ledger.sitesWatching(scene);
        if (!maxAge.isZero()) {
            if (known.size() >= MAX_ENTRIES) {
                known.clear();
            }
            known.put(scene, new Answer(siteIds, now.plus(maxAge)));
        }
        return siteIds;
    }
}
