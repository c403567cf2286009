package org.heatwatch.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.AnnouncementPlan;
import org.heatwatch.announce.AnnouncementPlanner;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.ReportedSources;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.history.ScoredSite;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.MailComposer;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.Publication;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.SiteSources;
import org.heatwatch.source.SourceReport;

/** Scores a site, publishes its history and puts mails about new events into the outbox. Every run may be repeated. */
public final class SiteRunner {
    private static final int ATTEMPTS = 5;

    /** Longer than any reader remembers a manifest, and than any run takes. */
    private static final Duration GRACE = Duration.ofDays(7);

    private final Ledger ledger;
    private final Outbox outbox;
    private final HistoryStore histories;
    private final Map<String, SitePipelines> pipelines;

    public SiteRunner(Ledger ledger, Outbox outbox, HistoryStore histories) {
        this(ledger, outbox, histories, Collections.synchronizedMap(new SitePipelines.RecentlyUsed()));
    }

    private SiteRunner(Ledger ledger, Outbox outbox, HistoryStore histories, Map<String, SitePipelines> pipelines) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.histories = histories;
        this.pipelines = pipelines;
    }

    /** Works on other connections to the same data, and uses the results that this one has computed. */
    public SiteRunner on(Ledger other, Outbox otherOutbox, HistoryStore otherHistories) {
        return new SiteRunner(other, otherOutbox, otherHistories, pipelines);
    }

    /**
     * Whether the latest run had the same input: the recorded scenes, the definition of the site, the day and the
     * version of the code. A new run would give the same result.
     */
    public boolean isUpToDate(String siteId, LocalDate asOf) {
        List<String> observationKeys =
                ledger.scenes(siteId).stream().map(SceneRecord::key).toList();
        Optional<ScoringRun> last = outbox.lastRun(siteId);
        if (last.isEmpty()) {
            return observationKeys.isEmpty();
        }
        return ledger.site(siteId)
                .filter(definition -> RunId.of(definition, observationKeys, asOf)
                        .equals(last.get().run()))
                .isPresent();
    }

    /**
     * Whether the recorded scenes and the definition are those of the latest run, on whatever day it was. Only the day
     * itself can change the result of a new run.
     */
    public boolean hasAllScenes(String siteId) {
        return outbox.lastRun(siteId)
                .map(ScoringRun::asOf)
                .filter(asOf -> isUpToDate(siteId, asOf))
                .isPresent();
    }

    /**
     * Runs once and returns the site's history, after its mails were put into the outbox.
     *
     * @param asOf the day up to whose end the site is scored
     * @return empty if there is no such site
     * @throws LedgerConflict if other runs of this site interfered with every attempt
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

    /** Reads the announcements before the scenes, so that they cannot be of scenes that this run does not know. */
    private Optional<SiteHistory> attempt(String siteId, LocalDate asOf) {
        Optional<ScoringRun> before = outbox.lastRun(siteId);
        List<AnnouncementRecord> announced = outbox.announcementRecords(siteId);
        return ledger.site(siteId).map(definition -> {
            List<SampledScene> scenes = ledger.sampledScenes(siteId);
            ScoredSite scored = pipelines(siteId).history().run(definition.site(), scenes, asOf);
            latestAcquisition(scored.history())
                    .ifPresent(through -> publish(definition, scored, scenes, announced, before, through));
            return scored.history();
        });
    }

    private SitePipelines pipelines(String siteId) {
        return pipelines.computeIfAbsent(siteId, _ -> new SitePipelines());
    }

    private static Optional<LocalDate> latestAcquisition(SiteHistory history) {
        return history.scenes().stream()
                .map(scene -> scene.product().acquired())
                .max(Comparator.naturalOrder());
    }

    private void publish(
            SiteDefinition definition,
            ScoredSite scored,
            List<SampledScene> scenes,
            List<AnnouncementRecord> announced,
            Optional<ScoringRun> before,
            LocalDate through) {
        SiteHistory history = scored.history();
        List<SceneRecord> records = scenes.stream().map(SampledScene::scene).toList();
        String id = RunId.of(definition, records.stream().map(SceneRecord::key).toList(), history.asOf());
        ScoringRun now = new ScoringRun(definition.version(), through, history.asOf(), id);
        Optional<SourceReport> sources = sources(definition, scenes, history.asOf());
        Optional<ReportedSources> reported = sources.map(ReportedSources::of);
        AnnouncementPlan plan = plan(history, reported, announced, before, now);
        if (plan.records().isEmpty() && before.equals(Optional.of(now))) {
            return;
        }
        Publication publication = Publication.of(
                definition.site(), definition.version(), history, records, scored::residual, sources, now.run());
        storeNewParts(definition.siteId(), publication);
        outbox.announce(
                definition.siteId(),
                before,
                now,
                publication.manifest(),
                plan.records(),
                MailComposer.compose(
                        definition.site(),
                        history,
                        reported,
                        plan.announcements(),
                        RunId.of(now.run(), plan.records())));
    }

    /** Searches for heat sources; a source keeps its published id. */
    private Optional<SourceReport> sources(SiteDefinition definition, List<SampledScene> scenes, LocalDate asOf) {
        List<HeatSource> known = outbox.manifest(definition.siteId())
                .flatMap(published -> new PublishedHistory(PartReader.of(histories), published).sources())
                .map(SiteSources::sources)
                .orElse(List.of());
        return pipelines(definition.siteId()).sources().run(definition.site(), scenes, Optional.empty(), asOf, known);
    }

    private static AnnouncementPlan plan(
            SiteHistory history,
            Optional<ReportedSources> sources,
            List<AnnouncementRecord> announced,
            Optional<ScoringRun> before,
            ScoringRun now) {
        return before.filter(last -> last.siteVersion() != now.siteVersion())
                .map(last -> AnnouncementPlanner.planAfterEdit(history, sources, announced, last))
                .orElseGet(() -> AnnouncementPlanner.plan(history, sources, announced));
    }

    /** The id of the latest run of a site. */
    Optional<String> latestRun(String siteId) {
        return outbox.lastRun(siteId).map(ScoringRun::run);
    }

    /**
     * Removes the parts of earlier publications that no manifest has named for a week.
     *
     * @return number of removed parts
     */
    public int removeUnnamedParts(String siteId, Instant now) {
        return histories.removeUnnamed(
                siteId, () -> outbox.manifest(siteId).map(Manifest::parts).orElse(List.of()), now, GRACE);
    }

    /** Most parts exist already, since a new observation changes only the part of its year. */
    private void storeNewParts(String siteId, Publication publication) {
        Map<PartKey, byte[]> newParts = new LinkedHashMap<>(publication.parts());
        outbox.manifest(siteId).map(Manifest::parts).orElse(List.of()).forEach(newParts::remove);
        histories.put(siteId, newParts);
    }
}
