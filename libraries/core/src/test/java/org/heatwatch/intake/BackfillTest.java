package org.heatwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.Ledgers;
import org.junit.jupiter.api.Test;

final class BackfillTest {
    private static final String FIRST = "LC08_L1TP_116034_20251104_20251118_02_T1";
    private static final String SECOND = "LC09_L1TP_116034_20251112_20251112_02_T1";
    private static final String THIRD = "LC08_L1TP_116034_20251120_20251204_02_T1";
    private static final Instant BEGUN = Instant.parse("2026-01-05T06:00:00Z");

    private final Ledger ledger = Ledgers.inMemory();
    private final Map<String, Backfill> kept = new HashMap<>();
    private final Backfills backfills = new Backfills() {
        @Override
        public void keep(String siteId, Backfill backfill) {
            kept.put(siteId, backfill);
        }

        @Override
        public Optional<Backfill> latest(String siteId) {
            return Optional.ofNullable(kept.get(siteId));
        }
    };

    @Test
    void productsWithAnyRecordedOutcomeAreNotOutstanding() {
        Backfill backfill = new Backfill(Set.of(FIRST, SECOND, THIRD), BEGUN);
        assertThat(backfill.outstanding("here", ledger)).containsExactly(FIRST, THIRD, SECOND);
        ledger.record("here", LedgerScenes.resolved(FIRST, 10));
        ledger.note(
                "here",
                new IntakeRecord(ProductId.parse(SECOND), new IntakeOutcome.Unreadable("its band is cut short")));
        assertThat(backfill.outstanding("here", ledger)).containsExactly(THIRD);
        assertThat(backfill.isUnderWay("here", ledger, BEGUN.plusSeconds(1))).isTrue();
        ledger.record("here", LedgerScenes.unresolved(THIRD));
        assertThat(backfill.isUnderWay("here", ledger, BEGUN.plusSeconds(1))).isFalse();
    }

    @Test
    void theDeadlineIsTwoHoursPlusTenSecondsForEachProduct() {
        Backfill backfill = new Backfill(Set.of(FIRST, SECOND, THIRD), BEGUN);
        Instant end = BEGUN.plus(Duration.ofHours(2)).plusSeconds(30);
        assertThat(backfill.waitedForUntil()).isEqualTo(end);
        assertThat(backfill.isUnderWay("here", ledger, end.minusSeconds(1))).isTrue();
        assertThat(backfill.isUnderWay("here", ledger, end)).isFalse();
    }

    @Test
    void aNewBackfillIncludesTheOutstandingProductsOfTheOneUnderWay() {
        backfills.begin("here", List.of(ProductId.parse(FIRST), ProductId.parse(SECOND)), ledger, BEGUN);
        ledger.record("here", LedgerScenes.resolved(FIRST, 10));
        Instant later = BEGUN.plusSeconds(600);
        Backfill next = backfills.begin("here", List.of(ProductId.parse(THIRD)), ledger, later);
        assertThat(next).isEqualTo(new Backfill(Set.of(SECOND, THIRD), later));
        assertThat(backfills.latest("here")).contains(next);
    }

    @Test
    void anExpiredBackfillAddsNothingToTheNext() {
        backfills.begin("here", List.of(ProductId.parse(FIRST)), ledger, BEGUN);
        Backfill next =
                backfills.begin("here", List.of(ProductId.parse(THIRD)), ledger, BEGUN.plus(Duration.ofHours(3)));
        assertThat(next.products()).containsExactly(THIRD);
    }

    @Test
    void backfillsOfOtherSitesAreUnchanged() {
        backfills.begin("there", List.of(ProductId.parse(FIRST)), ledger, BEGUN);
        assertThat(backfills
                        .begin("here", List.of(ProductId.parse(SECOND)), ledger, BEGUN)
                        .products())
                .containsExactly(SECOND);
    }

    @Test
    void theNoOpStoresAreAlwaysEmpty() {
        Backfills none = Backfills.none();
        none.keep("here", new Backfill(Set.of(FIRST), BEGUN));
        assertThat(none.latest("here")).isEmpty();
        NotificationTimes times = NotificationTimes.none();
        times.record("here", BEGUN);
        assertThat(times.lastNotification("here")).isEmpty();
    }
}
