package org.heatwatch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.Manifest;
import org.heatwatch.run.ScoringDates;
import org.heatwatch.run.SiteRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReconcilerTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 20);
    private static final Instant NOW = Instant.parse("2025-11-20T06:00:00Z");
    private static final SiteDefinition SITE = SiteDefinition.first("""
            {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95], "reference": [],
             "features": []}
            """, "test");

    private final Ledger ledger = Ledgers.inMemory();
    private final Outbox outbox = Outboxes.inMemory();
    private final List<ProductId> listed = new ArrayList<>();
    private final List<ProductId> resent = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private Optional<Backfill> backfill = Optional.empty();

    private final Map<String, Instant> heard = new HashMap<>();

    private final NotificationTimes times = new NotificationTimes() {
        @Override
        public void record(String siteId, Instant at) {
            heard.merge(siteId, at, (a, b) -> a.isAfter(b) ? a : b);
        }

        @Override
        public Optional<Instant> lastNotification(String siteId) {
            return Optional.ofNullable(heard.get(siteId));
        }
    };

    private final Backfills backfills = new Backfills() {
        @Override
        public void keep(String siteId, Backfill begun) {
            backfill = Optional.of(begun);
        }

        @Override
        public Optional<Backfill> latest(String siteId) {
            return backfill;
        }
    };

    @BeforeEach
    void saveSite() {
        ledger.putSite(SITE);
    }

    private SiteFindings reconcile(boolean full) {
        Reconciler reconciler = new Reconciler(
                ledger,
                outbox,
                new SiteRunner(ledger, outbox, HistoryStores.inMemory()),
                new ListedArchive(listed),
                times,
                (product, _, _) -> resent.add(product),
                requested::add,
                new MailDispatcher(
                        outbox,
                        mail -> {
                            if (mail.run().equals("bad")) {
                                throw new SourceUnavailable("topic", "no answer", "try again");
                            }
                            sent.add(mail.run());
                        },
                        () -> NOW),
                backfills,
                ScoringDates.none(),
                _ -> TODAY,
                () -> NOW,
                (mail, _) -> failures.add(mail.run()));
        return reconciler.reconcile(SITE, full ? Optional.of(reconciler.usualDays(SITE)) : Optional.empty());
    }

    private void publish(int products) {
        IntStream.range(0, products)
                .mapToObj(TODAY::minusDays)
                .map(day -> day.format(DateTimeFormatter.BASIC_ISO_DATE))
                .map(day -> ProductId.parse("LC08_L1TP_116034_%s_%s_02_T1".formatted(day, day)))
                .forEach(listed::addFirst);
    }

    @Test
    void silenceAboutANewSiteIsCountedFromItsFirstRun() {
        assertThat(reconcile(false).lastNotification()).contains(NOW);
        assertThat(heard).containsExactly(Map.entry("here", NOW));
    }

    @Test
    void theTimeOfANotificationIsNotReplaced() {
        Instant earlier = NOW.minusSeconds(86_400);
        times.record("here", earlier);
        assertThat(reconcile(false).lastNotification()).contains(earlier);
    }

    @Test
    void aMailThatCannotBeDeliveredDelaysNeitherOtherMailsNorTheArchive() {
        Manifest manifest = new Manifest("here", 1, "code", TODAY, "run", false, List.of(), List.of(), List.of());
        outbox.announce(
                "here",
                Optional.empty(),
                new ScoringRun(1, TODAY, TODAY, "run"),
                manifest,
                List.of(),
                List.of(mail("bad"), mail("good")));
        publish(1);
        SiteFindings findings = reconcile(true);
        assertThat(sent).containsExactly("good");
        assertThat(failures).containsExactly("bad");
        assertThat(findings.delivered()).isEqualTo(1);
        assertThat(findings.undelivered()).isEqualTo(1);
        assertThat(resent).containsExactlyElementsOf(listed);
    }

    private static Mail mail(String run) {
        return new Mail("here", Kind.ACTIVITY, run, TODAY, "Subject", "Text\n", "{}", 3, 2, List.of("hall"));
    }

    @Test
    void scoringIsRequestedForASceneThatIsNotPublished() {
        assertThat(reconcile(false).scoringRequested()).isFalse();
        ledger.record("here", LedgerScenes.unresolved("LC08_L1TP_116034_20251104_20251104_02_RT"));
        SiteFindings findings = reconcile(false);
        assertThat(findings.uncoveredScenes()).isEqualTo(1);
        assertThat(requested).containsExactly("here");
    }

    @Test
    void scoringIsNotRequestedDuringABackfill() {
        ledger.record("here", LedgerScenes.unresolved("LC08_L1TP_116034_20251104_20251104_02_RT"));
        backfills.keep("here", new Backfill(Set.of("another"), NOW));
        SiteFindings findings = reconcile(false);
        assertThat(findings.outstanding()).isEqualTo(1);
        assertThat(findings.uncoveredScenes()).isZero();
        assertThat(requested).isEmpty();
    }

    @Test
    void fewMissingProductsAreNotABackfill() {
        publish(5);
        assertThat(reconcile(true).resent()).hasSize(5);
        assertThat(backfill).isEmpty();
    }

    @Test
    void manyMissingProductsExtendTheBackfillUnderWay() {
        backfills.keep("here", new Backfill(Set.of("old"), NOW.minusSeconds(60)));
        publish(21);
        assertThat(reconcile(true).resent()).hasSize(21);
        assertThat(backfill.orElseThrow().products()).hasSize(22).contains("old");
    }

    @Test
    void productsThatAnEarlierBackfillGaveUpAreNotOutstandingAgain() {
        backfills.keep("here", new Backfill(Set.of("lost"), NOW.minusSeconds(3 * 3600)));
        publish(21);
        reconcile(true);
        assertThat(backfill.orElseThrow().products()).hasSize(21).doesNotContain("lost");
    }
}
