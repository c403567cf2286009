package org.heatwatch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

final class MissingProductsTest {
    private static final WatchedSite SITE = new WatchedSite(SiteFile.parse("""
                    {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
                     "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95],
                     "reference": [], "features": []}
                    """, "here"), 2);
    private static final LocalDate FROM = LocalDate.of(2025, 10, 1);
    private static final LocalDate TO = LocalDate.of(2025, 11, 12);
    private static final ProductId REAL_TIME = ProductId.parse("LC08_L1TP_116034_20251104_20251104_02_RT");
    private static final ProductId TIERED = ProductId.parse("LC08_L1TP_116034_20251104_20251110_02_T1");
    private static final ProductId REFLECTANCE = ProductId.parse("LC08_L2SR_116034_20251019_20251030_02_T1");
    private static final ProductId LATE = ProductId.parse("LC09_L1TP_116034_20251112_20251112_02_T1");
    private static final ProductId EARLY = ProductId.parse("LC09_L1TP_116034_20250909_20250909_02_T1");

    private static MissingProducts missing(Ledger ledger, ProductId... listed) {
        return MissingProducts.of(SITE, FROM, TO, new ListedArchive(List.of(listed)), ledger);
    }

    @Test
    void everyListedProductWithoutAnOutcomeIsMissingTheBestOfAPassFirst() {
        assertThat(missing(Ledgers.inMemory(), REAL_TIME, LATE, TIERED, REFLECTANCE, EARLY)
                        .products())
                .containsExactly(REFLECTANCE, TIERED, REAL_TIME, LATE);
    }

    @Test
    void aProductWithAnyOutcomeIsNotMissing() {
        Ledger ledger = Ledgers.inMemory();
        ledger.record("here", LedgerScenes.resolved(TIERED.id(), 50, 2, 1));
        ledger.note("here", new IntakeRecord(REAL_TIME, new IntakeOutcome.Superseded(TIERED)));
        ledger.note("here", new IntakeRecord(REFLECTANCE, new IntakeOutcome.NotOurs("no thermal band")));
        ledger.note("here", new IntakeRecord(LATE, new IntakeOutcome.Unreadable("truncated")));
        assertThat(missing(ledger, REAL_TIME, LATE, TIERED, REFLECTANCE).products())
                .isEmpty();
    }

    @Test
    void aSceneWithOlderBoundsIsExtractedAgainFromTheBestProduct() {
        Ledger ledger = Ledgers.inMemory();
        ledger.record("here", LedgerScenes.resolved(REAL_TIME.id(), 50, 1, 1));
        ledger.note("here", new IntakeRecord(TIERED, new IntakeOutcome.Superseded(REAL_TIME)));
        assertThat(missing(ledger, REAL_TIME, TIERED).products()).containsExactly(TIERED);
    }

    @Test
    void anUnreadableProductIsNotExtractedAgain() {
        Ledger ledger = Ledgers.inMemory();
        ledger.record("here", LedgerScenes.resolved(REAL_TIME.id(), 50, 1, 1));
        ledger.note("here", new IntakeRecord(TIERED, new IntakeOutcome.Unreadable("truncated")));
        assertThat(missing(ledger, REAL_TIME, TIERED).products()).containsExactly(REAL_TIME);
    }

    @Test
    void passesWithoutProductsAreReportedUnlessProductsMayStillAppear() {
        // Landsat 8 comes on 19 October and 4 November, Landsat 9 on 11 and 27 October and on 12 November.
        assertThat(missing(Ledgers.inMemory(), REAL_TIME).absent())
                .extracting(pass -> pass.acquisition().id())
                .containsExactly(
                        "LC08_116034_20251003", "LC09_116034_20251011", "LC08_116034_20251019", "LC09_116034_20251027");
    }

    @Test
    void anOverpassIsAbsentOnceIfNoneOfItsRowsHasAProduct() {
        WatchedSite twoRows = new WatchedSite(SiteFile.parse("""
                        {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
                         "scenes": [{"path": 116, "row": 34, "pass": "day"}, {"path": 116, "row": 33, "pass": "day"}],
                         "bounds": [126.60, 37.91, 126.65, 37.95], "reference": [], "features": []}
                        """, "here"), 2);
        ListedArchive archive =
                new ListedArchive(List.of(REAL_TIME, ProductId.parse("LC09_L1TP_116033_20251027_20251027_02_T1")));

        MissingProducts missing = MissingProducts.of(twoRows, FROM, TO, archive, Ledgers.inMemory());

        assertThat(missing.products()).hasSize(2);
        assertThat(missing.absent())
                .extracting(pass -> pass.acquisition().id())
                .containsExactly("LC08_116033_20251003", "LC09_116033_20251011", "LC08_116033_20251019");
    }
}
