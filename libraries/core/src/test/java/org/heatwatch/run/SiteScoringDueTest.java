package org.heatwatch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Story;
import org.heatwatch.intake.Backfills;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.state.StateTrack;
import org.junit.jupiter.api.Test;

/** Which days a site is scored on. */
final class SiteScoringDueTest {
    private static final LocalDate TUESDAY = LocalDate.of(2025, 11, 4);
    private static final String RT = "LC08_L1TP_116034_20251104_20251104_02_RT";
    private static final SiteDefinition DEFINITION = SiteDefinition.first(Story.site("Factory", 5, true), "test");

    private final Ledger ledger = Ledgers.inMemory();
    private final Map<String, ScoringDate> stored = new HashMap<>();
    private LocalDate today = TUESDAY.plusDays(1);
    private int revision;

    private final ScoringDates dates = new ScoringDates() {
        @Override
        public Optional<ScoringDate> find(String siteId) {
            return Optional.ofNullable(stored.get(siteId));
        }

        @Override
        public void set(String siteId, Optional<ScoringDate> seen, LocalDate day, String code) {
            if (find(siteId).equals(seen)) {
                stored.put(siteId, new ScoringDate(day, code, Integer.toString(++revision)));
            }
        }
    };

    private final SiteScoring scoring = new SiteScoring(
            ledger,
            new SiteRunner(ledger, Outboxes.inMemory(), HistoryStores.inMemory()),
            Backfills.none(),
            dates,
            _ -> today,
            () -> Instant.EPOCH);

    private SiteScoring.Outcome score() {
        return scoring.score("here").outcome();
    }

    private LocalDate due() {
        return dates.find("here").orElseThrow().day();
    }

    private void watchAFactoryWithOneScene() {
        ledger.putSite(DEFINITION);
        ledger.record("here", LedgerScenes.unresolved(RT));
    }

    @Test
    void afterASceneTheDigestIsDueOnMondayAndNothingIsScoredBefore() {
        watchAFactoryWithOneScene();
        assertThat(score()).isEqualTo(SiteScoring.Outcome.SCORED);
        assertThat(due()).isEqualTo(LocalDate.of(2025, 11, 10));
        today = LocalDate.of(2025, 11, 9);
        assertThat(score()).isEqualTo(SiteScoring.Outcome.COVERED);
        today = LocalDate.of(2025, 11, 10);
        assertThat(score()).isEqualTo(SiteScoring.Outcome.SCORED);
    }

    @Test
    void withoutScenesASiteIsScoredOnceAWeek() {
        watchAFactoryWithOneScene();
        today = LocalDate.of(2025, 11, 12);
        score();
        assertThat(due()).isEqualTo(today.plusDays(7));
    }

    @Test
    void aSiteIsDueOnTheDayOnWhichAStateBecomesStale() {
        watchAFactoryWithOneScene();
        LocalDate stale = TUESDAY.plusDays(StateTrack.STALE_DAYS);
        today = stale.minusDays(4);
        score();
        assertThat(due()).isEqualTo(stale);
    }

    @Test
    void anotherVersionOfTheCodeScoresAgain() {
        watchAFactoryWithOneScene();
        score();
        assertThat(dates.find("here").orElseThrow().isDue(today, "another version"))
                .isTrue();
    }

    @Test
    void aRequestForARemovedSiteIsDoneAndOneForAnUnknownSiteIsNot() {
        ledger.putSite(DEFINITION);
        ledger.removeSite("here");
        assertThat(scoring.score("here").isDone()).isTrue();
        assertThat(scoring.score("elsewhere").isDone()).isFalse();
    }
}
