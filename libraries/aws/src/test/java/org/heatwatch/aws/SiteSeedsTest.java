package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.junit.jupiter.api.Test;

final class SiteSeedsTest {
    private static final Instant NOW = Instant.parse("2025-11-04T12:00:00Z");

    private final Ledger ledger = Ledgers.inMemory();
    private final Map<String, Instant> heard = new HashMap<>();
    private final NoticeTimes times = new NoticeTimes() {
        @Override
        public void heard(String siteId, Instant at) {
            heard.put(siteId, at);
        }

        @Override
        public Optional<Instant> lastHeard(String siteId) {
            return Optional.ofNullable(heard.get(siteId));
        }
    };

    private void plant(String names) {
        new SiteSeeds(ledger, times, () -> NOW).plant(names);
    }

    private SiteDefinition kaesong() {
        return ledger.site("kaesong").orElseThrow();
    }

    @Test
    void aNewLedgerGetsTheNamedSitesAndSilenceIsCountedFromThenOn() {
        plant("kaesong, kaesong-simulated");
        assertThat(ledger.sites())
                .extracting(SiteDefinition::siteId)
                .containsExactlyInAnyOrder("kaesong", "kaesong-simulated");
        assertThat(heard).containsEntry("kaesong", NOW);
    }

    @Test
    void plantingAgainChangesNothing() {
        plant("kaesong");
        SiteDefinition planted = kaesong();
        plant("kaesong");
        assertThat(kaesong()).isEqualTo(planted);
        assertThat(planted.version()).isEqualTo(1);
    }

    @Test
    void aDeploymentWithAChangedFileMakesTheNextVersion() {
        plant("kaesong");
        String shipped = kaesong().text();
        ledger.putSite(kaesong().next(shipped.replace("Kaesong Industrial Complex", "Old name"), "deployment"));
        plant("kaesong");
        assertThat(kaesong().text()).isEqualTo(shipped);
        assertThat(kaesong().version()).isEqualTo(3);
    }

    @Test
    void whatAPersonHasSavedStays() {
        plant("kaesong");
        SiteDefinition edited =
                kaesong().next(kaesong().text().replace("Kaesong Industrial Complex", "Corrected"), "analyst");
        ledger.putSite(edited);
        plant("kaesong");
        assertThat(kaesong()).isEqualTo(edited);
    }

    @Test
    void aSiteWithoutAFileIsNamed() {
        assertThatThrownBy(() -> plant("kaesong,nowhere")).hasMessageContaining("nowhere.geojson");
    }
}
