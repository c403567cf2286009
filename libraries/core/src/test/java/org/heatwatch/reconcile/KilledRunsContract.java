package org.heatwatch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.intake.Backfills;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.run.ScoringDates;
import org.heatwatch.run.SiteRunner;
import org.junit.jupiter.api.Test;

/** A process that is killed between any two steps of scoring and delivery delays work but loses nothing. */
public abstract class KilledRunsContract {
    private static final String SITE = "here";
    private static final String DEFINITION = """
            {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95], "reference": [],
             "features": [{"type": "Feature", "id": "hall",
               "properties": {"id": "hall", "name": "Hall", "role": "facility", "source": "test", "accuracyMetres": 5, "verified": true},
               "geometry": {"type": "Polygon", "coordinates":
                 [[[126.62, 37.93], [126.621, 37.93], [126.621, 37.931], [126.62, 37.931], [126.62, 37.93]]]}}]}
            """;
    private static final String PRODUCT = "LC08_L1TP_116034_20251104_20251104_02_RT";
    /** A Monday, on which the weekly digest is sent. */
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 10);

    /** An empty ledger and outbox. */
    protected abstract Stores empty();

    public record Stores(Ledger ledger, Outbox outbox, HistoryStore histories) {}

    /** An error that no code catches, like the end of a process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Kills the process before or after a given call of any of its ports. */
    private static final class Killer {
        private final int at;
        private int calls;

        private Killer(int at) {
            this.at = at;
        }

        private void step() {
            if (calls++ == at) {
                throw new Killed();
            }
        }

        private boolean hasKilled() {
            return calls > at;
        }

        private <T> T on(Class<T> port, T real) {
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                        step();
                        try {
                            Object answer = method.invoke(real, arguments);
                            step();
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }

    /** The processes that score and deliver. */
    private static final class Life {
        private final Stores stores;
        private final List<Mail> sent;
        private Instant now = TODAY.atTime(6, 0).toInstant(ZoneOffset.UTC);

        private Life(Stores stores, List<Mail> sent) {
            this.stores = stores;
            this.sent = sent;
        }

        private void workOnce(Killer killer) {
            Outbox outbox = killer.on(Outbox.class, stores.outbox());
            new SiteRunner(
                            killer.on(Ledger.class, stores.ledger()),
                            outbox,
                            killer.on(HistoryStore.class, stores.histories()))
                    .run(SITE, TODAY);
            MailDispatcher mailDispatcher = new MailDispatcher(
                    outbox,
                    mail -> {
                        killer.step();
                        sent.add(mail);
                        killer.step();
                    },
                    () -> now);
            for (Mail mail : stores.outbox().undelivered(SITE)) {
                mailDispatcher.deliver(SITE, mail.kind(), mail.run());
            }
        }

        /** Reconciles every hour and scores the site on request, until nothing is left to do. */
        private void recover() {
            SiteRunner siteRunner = new SiteRunner(stores.ledger(), stores.outbox(), stores.histories());
            Reconciler reconciler = new Reconciler(
                    stores.ledger(),
                    stores.outbox(),
                    siteRunner,
                    new ListedArchive(List.of()),
                    NotificationTimes.none(),
                    (_, _, _) -> {},
                    site -> assertThat(siteRunner.run(site, TODAY)).isPresent(),
                    new MailDispatcher(stores.outbox(), sent::add, () -> now),
                    Backfills.none(),
                    ScoringDates.none(),
                    _ -> TODAY,
                    () -> now,
                    (_, _) -> {});
            SiteFindings findings;
            int hours = 0;
            do {
                assertThat(hours++).as("hours until everything is done").isLessThan(5);
                now = now.plus(Duration.ofHours(1));
                findings = reconciler.reconcile(reconciler.site(SITE).orElseThrow(), Optional.empty());
            } while (findings.scoringRequested() || findings.undelivered() > 0);
            assertThat(findings.uncoveredScenes()).isZero();
        }
    }

    private Stores withOneScene() {
        Stores stores = empty();
        stores.ledger().putSite(SiteDefinition.first(DEFINITION, "test"));
        stores.ledger().record(SITE, LedgerScenes.unresolved(PRODUCT));
        return stores;
    }

    @Test
    void aRunThatIsKilledAtAnyStepIsCompletedAndSendsEachMailAtMostTwice() {
        int steps = 0;
        boolean killed;
        boolean everTwice = false;
        do {
            Killer killer = new Killer(steps);
            List<Mail> sent = new ArrayList<>();
            Life life = new Life(withOneScene(), sent);
            try {
                life.workOnce(killer);
            } catch (Killed e) {
                // The reconciliation completes the work.
            }
            killed = killer.hasKilled();
            life.recover();
            assertThat(sent)
                    .as("killed at step %d", steps)
                    .extracting(Mail::kind)
                    .containsOnly(Kind.DIGEST);
            assertThat(sent).as("killed at step %d", steps).hasSizeBetween(1, 2);
            assertThat(life.stores.outbox().announcementRecords(SITE)).hasSize(1);
            assertThat(life.stores.outbox().mails(SITE)).hasSize(1);
            assertThat(life.stores.outbox().manifest(SITE).orElseThrow().sceneKeys())
                    .containsExactly(PRODUCT + " 1 1");
            everTwice |= sent.size() == 2;
            steps++;
        } while (killed);
        assertThat(steps).as("number of steps").isGreaterThan(20);
        assertThat(everTwice)
                .as("killed between sending and recording, it sends twice")
                .isTrue();
    }
}
