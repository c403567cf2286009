package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.junit.jupiter.api.Test;

final class SiteBootstrapTest {
    private static final Instant NOW = Instant.parse("2025-11-04T12:00:00Z");

    private final Ledger ledger = Ledgers.inMemory();
    private final Map<String, Instant> heard = new HashMap<>();
    private final NotificationTimes times = new NotificationTimes() {
        @Override
        public void record(String siteId, Instant at) {
            heard.put(siteId, at);
        }

        @Override
        public Optional<Instant> lastNotification(String siteId) {
            return Optional.ofNullable(heard.get(siteId));
        }
    };

    private void install(String names) {
        new SiteBootstrap(ledger, times, () -> NOW).install(names);
    }

    private SiteDefinition kaesong() {
        return ledger.site("kaesong").orElseThrow();
    }

    @Test
    void sitesAreInstalledInANewLedgerAndSilenceIsCountedFromThen() {
        install("kaesong, kaesong-simulated");
        assertThat(ledger.sites())
                .extracting(SiteDefinition::siteId)
                .containsExactlyInAnyOrder("kaesong", "kaesong-simulated");
        assertThat(heard).containsEntry("kaesong", NOW);
    }

    @Test
    void installingAgainChangesNothing() {
        install("kaesong");
        SiteDefinition installed = kaesong();
        install("kaesong");
        assertThat(kaesong()).isEqualTo(installed);
        assertThat(installed.version()).isEqualTo(1);
    }

    @Test
    void aChangedFileBecomesTheNextVersion() {
        install("kaesong");
        String shipped = kaesong().text();
        ledger.putSite(kaesong().next(shipped.replace("Kaesong Industrial Complex", "Old name"), "deployment"));
        install("kaesong");
        assertThat(kaesong().text()).isEqualTo(shipped);
        assertThat(kaesong().version()).isEqualTo(3);
    }

    @Test
    void aDefinitionSavedByAPersonIsKept() {
        install("kaesong");
        SiteDefinition edited =
                kaesong().next(kaesong().text().replace("Kaesong Industrial Complex", "Corrected"), "analyst");
        ledger.putSite(edited);
        install("kaesong");
        assertThat(kaesong()).isEqualTo(edited);
    }

    @Test
    void aMissingFileIsReportedByName() {
        assertThatThrownBy(() -> install("kaesong,nowhere")).hasMessageContaining("nowhere.geojson");
    }
}
