package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.announce.Topic;
import org.heatwatch.announce.UtmPosition;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.state.FacilityState;
import org.junit.jupiter.api.Test;

/** Contract of every outbox. */
public abstract class OutboxContract {
    private static final String SITE = "kaesong";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);
    private static final ScoringRun RUN = new ScoringRun(1, DAY, DAY, "run-1");
    private static final Optional<ScoringRun> NONE = Optional.empty();
    private static final Instant NOON = Instant.parse("2025-11-04T12:00:00Z");

    /** An empty outbox. */
    protected abstract Outbox empty();

    private static AnnouncementRecord record(String subject) {
        return new AnnouncementRecord(subject, Topic.ON, DAY, DAY, true, true, Optional.empty(), 0);
    }

    private static Mail mail(Kind kind, String run, LocalDate asOf) {
        return new Mail(SITE, kind, run, asOf, "Subject", "Text \u00b1\n", "{}", 3, 2, List.of("amos", "samas"));
    }

    private static Manifest manifest(ScoringRun run) {
        PublishedState standing =
                new PublishedState("amos", FacilityState.ON, FacilityState.ON, LocalDate.of(2025, 11, 4), null);
        return new Manifest(
                SITE,
                run.siteVersion(),
                "code",
                run.asOf(),
                run.run(),
                /* simulated= */ true,
                List.of(standing),
                List.of("LC08_L1TP_116034_20251104_20251104_02_RT 1 1"),
                List.of(new PartKey("facility#amos", 2025, "digest")));
    }

    private static void announce(
            Outbox outbox,
            Optional<ScoringRun> before,
            ScoringRun run,
            List<AnnouncementRecord> records,
            List<Mail> mails) {
        outbox.announce(SITE, before, run, manifest(run), records, mails);
    }

    @Test
    void announcementsAreReadBack() {
        Outbox outbox = empty();
        AnnouncementRecord place = new AnnouncementRecord(
                "place-1-2",
                Topic.HOT_PLACE,
                DAY,
                DAY.plusDays(3),
                false,
                false,
                Optional.of(new UtmPosition(0.1, -0.0)),
                0);
        Mail later = mail(Kind.ACTIVITY, "b", DAY.plusDays(1));
        Mail earlier = mail(Kind.DIGEST, "a", DAY);
        announce(outbox, NONE, RUN, List.of(record("amos"), place), List.of(later, earlier));
        assertThat(outbox.announcementRecords(SITE)).containsExactlyInAnyOrder(record("amos"), place);
        assertThat(outbox.mails(SITE))
                .containsExactly(new SentMail(earlier, Optional.empty()), new SentMail(later, Optional.empty()));
        assertThat(outbox.lastRun(SITE)).contains(RUN);
        assertThat(outbox.manifest(SITE)).contains(manifest(RUN));
        assertThat(outbox.manifest("elsewhere")).isEmpty();
        assertThat(outbox.mail(SITE, Kind.DIGEST, "a")).contains(new SentMail(earlier, Optional.empty()));
        assertThat(outbox.mail(SITE, Kind.ACTIVITY, "a")).isEmpty();
        assertThat(outbox.announcementRecords("elsewhere")).isEmpty();
        assertThat(outbox.mails("elsewhere")).isEmpty();
        assertThat(outbox.lastRun("elsewhere")).isEmpty();
    }

    @Test
    void aRecordChangesOnlyFromTheRevisionThatItsWriterRead() {
        Outbox outbox = empty();
        announce(outbox, NONE, RUN, List.of(record("amos")), List.of());
        AnnouncementRecord withdrawn = record("amos").withdrawn();
        Mail mail = mail(Kind.REVISION, "run-2", DAY);
        announce(outbox, Optional.of(RUN), RUN, List.of(withdrawn), List.of(mail));
        for (AnnouncementRecord late : List.of(record("amos"), record("amos").withdrawn())) {
            assertThatThrownBy(() -> announce(
                            outbox,
                            Optional.of(RUN),
                            new ScoringRun(1, DAY, DAY, "run-3"),
                            List.of(late),
                            List.of(mail(Kind.REVISION, "run-3", DAY))))
                    .isInstanceOf(LedgerConflict.class);
        }
        assertThat(outbox.announcementRecords(SITE)).containsExactly(withdrawn);
        assertThat(outbox.mails(SITE)).containsExactly(new SentMail(mail, Optional.empty()));
        assertThat(outbox.lastRun(SITE)).contains(RUN);
    }

    @Test
    void aRunThatDidNotReadTheLatestOneIsRefused() {
        Outbox outbox = empty();
        announce(outbox, NONE, RUN, List.of(), List.of());
        ScoringRun next = new ScoringRun(2, DAY, DAY.plusDays(1), "run-2");
        assertThatThrownBy(() -> announce(outbox, NONE, next, List.of(record("amos")), List.of()))
                .isInstanceOf(LedgerConflict.class);
        assertThat(outbox.announcementRecords(SITE)).isEmpty();
        announce(outbox, Optional.of(RUN), next, List.of(record("amos")), List.of());
        assertThat(outbox.lastRun(SITE)).contains(next);
    }

    @Test
    void aMailIsDeliveredOnceAndKeepsTheFirstTime() {
        Outbox outbox = empty();
        Mail mail = mail(Kind.ACTIVITY, "run-1", DAY);
        announce(outbox, NONE, RUN, List.of(record("amos")), List.of(mail));
        outbox.delivered(mail, NOON);
        outbox.delivered(mail, NOON.plusSeconds(60));
        announce(outbox, Optional.of(RUN), RUN, List.of(record("samas")), List.of(mail));
        assertThat(outbox.mails(SITE)).containsExactly(new SentMail(mail, Optional.of(NOON)));
        outbox.delivered(mail(Kind.ACTIVITY, "never", DAY), NOON);
        assertThat(outbox.mails(SITE)).hasSize(1);
    }

    @Test
    void aMailIsUndeliveredUntilItIsDelivered() {
        Outbox outbox = empty();
        Mail later = mail(Kind.ACTIVITY, "b", DAY.plusDays(1));
        Mail earlier = mail(Kind.DIGEST, "a", DAY);
        announce(outbox, NONE, RUN, List.of(), List.of(later, earlier));
        assertThat(outbox.undelivered(SITE)).containsExactly(earlier, later);
        outbox.delivered(earlier, NOON);
        assertThat(outbox.undelivered(SITE)).containsExactly(later);
        assertThat(outbox.undelivered("elsewhere")).isEmpty();
        outbox.delivered(later, NOON);
        assertThat(outbox.undelivered(SITE)).isEmpty();
    }

    @Test
    void oneProcessClaimsAMailUntilTheClaimExpires() {
        Outbox outbox = empty();
        Mail mail = mail(Kind.ACTIVITY, "run-1", DAY);
        announce(outbox, NONE, RUN, List.of(), List.of(mail));
        assertThat(outbox.claim(mail, NOON)).isTrue();
        assertThat(outbox.claim(mail, NOON.plusSeconds(1))).isFalse();
        outbox.release(mail);
        assertThat(outbox.claim(mail, NOON.plusSeconds(2))).isTrue();
        assertThat(outbox.claim(mail, NOON.plusSeconds(2).plus(Outbox.CLAIM))).isTrue();
        outbox.delivered(mail, NOON.plusSeconds(200));
        assertThat(outbox.claim(mail, NOON.plusSeconds(9999))).isFalse();
        assertThat(outbox.claim(mail(Kind.ACTIVITY, "never", DAY), NOON)).isFalse();
    }

    @Test
    void anAnnouncementLargerThanOneTransactionIsStored() {
        Outbox outbox = empty();
        List<AnnouncementRecord> records =
                IntStream.range(0, 230).mapToObj(i -> record("factory-" + i)).toList();
        announce(outbox, NONE, RUN, records, List.of(mail(Kind.ACTIVITY, "run-1", DAY)));
        assertThat(outbox.announcementRecords(SITE)).containsExactlyInAnyOrderElementsOf(records);
        assertThat(outbox.mails(SITE)).hasSize(1);
        assertThat(outbox.lastRun(SITE)).contains(RUN);
    }
}
