package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.ScoredSite;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.Publication;

/**
 * Tells the history of a site anew, publishes it, and puts what is new in it into the outbox. May be repeated at any time.
 */
public final class Announcer {
    private static final int ATTEMPTS = 5;

    private final Ledger ledger;
    private final Outbox outbox;
    private final HistoryStore histories;
    private final Map<String, HistoryPipeline> pipelines = Collections.synchronizedMap(new LastUsed());

    /** A pipeline's cache holds every sample of its site. */
    private static final class LastUsed extends LinkedHashMap<String, HistoryPipeline> {
        private static final long serialVersionUID = 1;
        private static final int MOST = 4;

        private LastUsed() {
            super(MOST, 0.75f, /* accessOrder= */ true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HistoryPipeline> eldest) {
            return size() > MOST;
        }
    }

    public Announcer(Ledger ledger, Outbox outbox, HistoryStore histories) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.histories = histories;
    }

    /**
     * Whether the latest run was told from just what is recorded now, as of the same day and by the same version of
     * the code: another one could tell nothing else.
     */
    public boolean isCovered(String siteId, LocalDate asOf) {
        List<String> readings =
                ledger.scenes(siteId).stream().map(SceneRecord::reading).toList();
        Optional<LastRun> last = outbox.lastRun(siteId);
        if (last.isEmpty()) {
            // Nothing was told, and there may be nothing to tell.
            return readings.isEmpty();
        }
        return ledger.site(siteId)
                .filter(definition -> RunDigest.of(definition, readings, asOf)
                        .equals(last.get().run()))
                .isPresent();
    }

    /**
     * Runs once: the site's history, after its news were put into the outbox.
     *
     * @param asOf the day at whose end it is told
     * @return empty if no such site is known
     * @throws LedgerConflict if other runs of this site kept coming in between
     */
    public Optional<SiteHistory> run(String siteId, LocalDate asOf) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(siteId, asOf);
            } catch (LedgerConflict e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** What was said is read before what there is: so it can't be of scenes that this run does not know. */
    private Optional<SiteHistory> attempt(String siteId, LocalDate asOf) {
        Optional<LastRun> before = outbox.lastRun(siteId);
        List<Marker> announced = outbox.markers(siteId);
        return ledger.site(siteId).map(definition -> {
            List<SampledScene> scenes = ledger.sampledScenes(siteId);
            HistoryPipeline pipeline = pipelines.computeIfAbsent(siteId, _ -> new HistoryPipeline());
            ScoredSite scored = pipeline.run(definition.site(), scenes, asOf);
            SiteHistory history = scored.history();
            history.scenes().stream()
                    .map(scene -> scene.product().acquired())
                    .max(Comparator.naturalOrder())
                    .ifPresent(through -> {
                        List<SceneRecord> records =
                                scenes.stream().map(SampledScene::scene).toList();
                        List<String> readings =
                                records.stream().map(SceneRecord::reading).toList();
                        LastRun now = new LastRun(
                                definition.version(), through, asOf, RunDigest.of(definition, readings, asOf));
                        Supplier<Publication> publication = () -> Publication.of(
                                definition.site(), definition.version(), history, records, scored::residual, now.run());
                        announce(definition, history, publication, announced, before, now);
                    });
            return history;
        });
    }

    private void announce(
            SiteDefinition definition,
            SiteHistory history,
            Supplier<Publication> published,
            List<Marker> announced,
            Optional<LastRun> before,
            LastRun now) {
        Due due = before.filter(last -> last.siteVersion() != now.siteVersion())
                .map(last -> Announcements.dueAfterEdit(history, announced, last))
                .orElseGet(() -> Announcements.due(history, announced));
        String news = RunDigest.of(now.run(), due.markers());
        if (!due.markers().isEmpty() || !before.equals(Optional.of(now))) {
            Publication publication = published.get();
            keep(definition.siteId(), publication);
            outbox.announce(
                    definition.siteId(),
                    before,
                    now,
                    publication.manifest(),
                    due.markers(),
                    Mails.of(definition.site(), history, due.news(), news));
        }
    }

    /** Most parts are those of the run before, since a new look rewrites no more than its year. */
    private void keep(String siteId, Publication publication) {
        Map<PartKey, byte[]> fresh = new LinkedHashMap<>(publication.parts());
        outbox.manifest(siteId).map(Manifest::parts).orElse(List.of()).forEach(fresh::remove);
        histories.put(siteId, fresh);
    }
}
