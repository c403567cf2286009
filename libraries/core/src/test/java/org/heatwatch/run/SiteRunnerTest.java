package org.heatwatch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.announce.Story;
import org.heatwatch.announce.Topic;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.mail.SentMail;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

/** Runs of a site whose scenes cannot be judged, so that only weekly digests are announced. */
final class SiteRunnerTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 10);
    private static final String RT = "LC08_L1TP_116034_20251104_20251104_02_RT";
    private static final String T1 = "LC08_L1TP_116034_20251104_20251118_02_T1";
    private static final SiteDefinition DEFINITION = SiteDefinition.first(Story.site("Factory", 5, true), "test");

    private final Ledger ledger = Ledgers.inMemory();
    private final Outbox outbox = Outboxes.inMemory();
    private final HistoryStore histories = HistoryStores.inMemory();
    private final SiteRunner siteRunner = new SiteRunner(ledger, outbox, histories);

    /** Simulates a given number of conflicts with other runs. */
    private final class Contested implements Outbox {
        private int conflicts;

        private Contested(int conflicts) {
            this.conflicts = conflicts;
        }

        @Override
        public void announce(
                String siteId,
                Optional<ScoringRun> before,
                ScoringRun run,
                Manifest manifest,
                List<AnnouncementRecord> records,
                List<Mail> mails) {
            if (conflicts-- > 0) {
                throw new LedgerConflict("run", "another came in between", "compare anew");
            }
            outbox.announce(siteId, before, run, manifest, records, mails);
        }

        @Override
        public List<AnnouncementRecord> announcementRecords(String siteId) {
            return outbox.announcementRecords(siteId);
        }

        @Override
        public Optional<ScoringRun> lastRun(String siteId) {
            return outbox.lastRun(siteId);
        }

        @Override
        public Optional<Manifest> manifest(String siteId) {
            return outbox.manifest(siteId);
        }

        @Override
        public List<SentMail> mails(String siteId) {
            return outbox.mails(siteId);
        }

        @Override
        public Optional<SentMail> mail(String siteId, Kind kind, String run) {
            return outbox.mail(siteId, kind, run);
        }

        @Override
        public List<Mail> undelivered(String siteId) {
            return outbox.undelivered(siteId);
        }

        @Override
        public boolean claim(Mail mail, Instant at) {
            return outbox.claim(mail, at);
        }

        @Override
        public void release(Mail mail) {
            outbox.release(mail);
        }

        @Override
        public void delivered(Mail mail, Instant at) {
            outbox.delivered(mail, at);
        }
    }

    @Test
    void aSiteWithoutADefinitionHasNoHistory() {
        assertThat(siteRunner.run("here", MONDAY)).isEmpty();
        assertThat(siteRunner.isUpToDate("here", MONDAY)).isTrue();
        ledger.record("here", LedgerScenes.unresolved(RT));
        assertThat(siteRunner.isUpToDate("here", MONDAY)).isFalse();
    }

    @Test
    void aSiteWithoutScenesHasNothingToAnnounce() {
        ledger.putSite(DEFINITION);
        assertThat(siteRunner.run("here", MONDAY))
                .hasValueSatisfying(history -> assertThat(history.scenes()).isEmpty());
        assertThat(outbox.lastRun("here")).isEmpty();
        assertThat(outbox.mails("here")).isEmpty();
    }

    @Test
    void aRunPublishesTheHistoryAndPutsEachMailIntoTheOutboxOnce() {
        ledger.putSite(DEFINITION);
        ledger.record("here", LedgerScenes.unresolved(RT));
        assertThat(siteRunner.run("here", MONDAY)).isPresent();
        assertThat(outbox.mails("here"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.mail().kind()).isEqualTo(Kind.DIGEST));
        Manifest manifest = outbox.manifest("here").orElseThrow();
        PublishedHistory published = new PublishedHistory(PartReader.of(histories), manifest);
        assertThat(published.passes())
                .singleElement()
                .satisfies(pass -> assertThat(pass.product().id()).isEqualTo(RT));
        assertThat(outbox.lastRun("here"))
                .contains(new ScoringRun(1, LocalDate.of(2025, 11, 4), MONDAY, manifest.run()));
        siteRunner.run("here", MONDAY);
        assertThat(outbox.mails("here")).hasSize(1);
        assertThat(outbox.manifest("here")).contains(manifest);
    }

    @Test
    void aSiteIsUpToDateUntilScenesDefinitionOrDayChange() {
        ledger.putSite(DEFINITION);
        ledger.record("here", LedgerScenes.unresolved(RT));
        assertThat(siteRunner.isUpToDate("here", MONDAY)).isFalse();
        siteRunner.run("here", MONDAY);
        assertThat(siteRunner.isUpToDate("here", MONDAY)).isTrue();
        assertThat(siteRunner.isUpToDate("here", MONDAY.plusDays(1))).isFalse();
        ledger.record("here", LedgerScenes.unresolved(T1));
        assertThat(siteRunner.isUpToDate("here", MONDAY)).isFalse();
        siteRunner.run("here", MONDAY);
        assertThat(siteRunner.isUpToDate("here", MONDAY)).isTrue();
        ledger.putSite(DEFINITION.next(Story.site("Works", 5, true), "test"));
        assertThat(siteRunner.isUpToDate("here", MONDAY)).isFalse();
    }

    @Test
    void anEditOfTheSiteDoesNotAnnounceThePast() {
        LocalDate day = LocalDate.of(2025, 12, 25);
        ledger.putSite(DEFINITION);
        ledger.record("here", LedgerScenes.unresolved(RT));
        siteRunner.run("here", day);
        assertThat(outbox.mails("here")).extracting(sent -> sent.mail().kind()).contains(Kind.STALE);
        int before = outbox.mails("here").size();
        ledger.putSite(DEFINITION.next(DEFINITION.text().replace("factory-", "works-"), "test"));
        siteRunner.run("here", day);
        assertThat(outbox.mails("here")).hasSize(before);
        assertThat(outbox.announcementRecords("here")).anyMatch(m -> m.subject().equals("works-1") && !m.announced());
        assertThat(outbox.lastRun("here").orElseThrow().siteVersion()).isEqualTo(2);
    }

    @Test
    void storedPartsAreNotWrittenAgain() {
        List<Map<PartKey, byte[]>> written = new ArrayList<>();
        HistoryStore counting = new HistoryStore() {
            @Override
            public void put(String siteId, Map<PartKey, byte[]> parts) {
                written.add(parts);
                histories.put(siteId, parts);
            }

            @Override
            public Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys) {
                return histories.get(siteId, keys);
            }
        };
        SiteRunner counted = new SiteRunner(ledger, outbox, counting);
        ledger.putSite(DEFINITION);
        ledger.record("here", LedgerScenes.unresolved(RT));
        counted.run("here", MONDAY);
        counted.run("here", MONDAY.plusDays(1));
        assertThat(written).hasSize(2);
        assertThat(written.getFirst()).isNotEmpty();
        assertThat(written.getLast()).isEmpty();
    }

    @Test
    void aRunWithAConflictIsRepeatedFiveTimesAtMost() {
        ledger.putSite(DEFINITION);
        ledger.record("here", LedgerScenes.unresolved(RT));
        assertThatThrownBy(() -> new SiteRunner(ledger, new Contested(5), histories).run("here", MONDAY))
                .isInstanceOf(LedgerConflict.class);
        assertThat(outbox.mails("here")).isEmpty();
        assertThat(new SiteRunner(ledger, new Contested(4), histories).run("here", MONDAY))
                .isPresent();
        assertThat(outbox.mails("here")).hasSize(1);
    }

    @Test
    void idsOfRunsAndAnnouncementsFollowFromTheirInput() {
        String run = RunId.of(DEFINITION, List.of("a 1 1", "b 1 1"), MONDAY);
        assertThat(run).matches("[0-9a-f]{20}").isEqualTo(RunId.of(DEFINITION, List.of("b 1 1", "a 1 1"), MONDAY));
        assertThat(run)
                .isNotEqualTo(RunId.of(DEFINITION, List.of("a 1 1"), MONDAY))
                .isNotEqualTo(RunId.of(DEFINITION, List.of("a 1 1", "b 1 1"), MONDAY.plusDays(1)));
        AnnouncementRecord record =
                new AnnouncementRecord("hall", Topic.ON, MONDAY, MONDAY, true, true, Optional.empty(), 0);
        assertThat(RunId.of(run, List.of(record)))
                .isNotEqualTo(RunId.of(run, List.of()))
                .isNotEqualTo(RunId.of(run, List.of(record.withdrawn())))
                .isNotEqualTo(RunId.of("other", List.of(record)));
    }

    @Test
    void theDayOfASiteIsTheUtcDay() {
        SiteClock clock = SiteClock.utc(() -> Instant.parse("2025-11-10T23:59:59Z"));
        assertThat(clock.today(SiteFile.parse(Story.site("Factory", 5, true), "site")))
                .isEqualTo(MONDAY);
    }
}
