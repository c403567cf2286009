package org.heatwatch.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.Observation;
import org.heatwatch.publication.PackedJson;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.Publication;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.Standing;
import org.junit.jupiter.api.Test;

/** What readers find of a history. */
final class PublishedHistoryTest {
    private static final SiteDefinition DEFINITION = SiteDefinition.first(Story.site("Factory", 5, true), "test");
    private static final List<String> READINGS = List.of("LC08_L1TP_116034_20251019_20251019_02_T1 1 1");

    private static Story story() {
        return new Story()
                .pass("2024-12-19", "factory-1", 1)
                .cloudy("2025-10-03")
                .pass("2025-10-11", "factory-1", 6)
                .pass("2025-10-19", "factory-1", 6.25)
                .hidden("2025-10-19", "factory-2")
                .hotSpot("2025-10-19", "factory-1", 3, 3);
    }

    private static Publication publish(SiteHistory history) {
        return Publication.of(DEFINITION, history, READINGS, "run");
    }

    private static PublishedHistory read(Publication publication) {
        HistoryStore store = HistoryStores.inMemory();
        store.put("here", publication.parts());
        Manifest again = PackedJson.unpack(PackedJson.pack(publication.manifest()), Manifest.class);
        assertThat(again).isEqualTo(publication.manifest());
        return new PublishedHistory(store, again);
    }

    @Test
    void everyLookIsReadBackWithItsState() {
        List<Observation> looks = read(publish(story().asOf("2025-10-19"))).observations("factory-1");
        assertThat(looks)
                .extracting(Observation::acquisition, Observation::status, Observation::state)
                .containsExactly(
                        tuple("LC08_116034_20241219", "observed", "OFF"),
                        tuple("LC08_116034_20251003", "no_observation", "STALE"),
                        tuple("LC08_116034_20251011", "observed", "SUSPECT"),
                        tuple("LC08_116034_20251019", "observed", "ON"));
        assertThat(looks.getLast().effectiveKelvin()).isEqualTo(6.25);
        assertThat(looks.get(1).effectiveKelvin()).isNull();
        assertThat(looks.get(1).flags()).first().isEqualTo("hidden by cloud");
    }

    @Test
    void aFacilityThatThePassDidNotShowStandsByItsLastLook() {
        Standing hidden = publish(story().asOf("2025-10-19")).manifest().standings().stream()
                .filter(standing -> standing.facility().equals("factory-2"))
                .findFirst()
                .orElseThrow();
        assertThat(hidden.state()).isEqualTo("OFF");
        Observation latest = hidden.latest();
        assertThat(latest).isNotNull().extracting(Observation::acquisition).isEqualTo("LC08_116034_20251011");
    }

    @Test
    void passesTellTheirHotSpotsInDegrees() {
        PassReport pass = read(publish(story().asOf("2025-10-19"))).passes().getLast();
        assertThat(pass.acquisition()).isEqualTo("LC08_116034_20251019");
        assertThat(pass.hotSpots()).singleElement().satisfies(spot -> {
            assertThat(spot.longitude()).isBetween(126.62, 126.621);
            assertThat(spot.latitude()).isBetween(37.93, 37.931);
            assertThat(spot.nearest()).isEqualTo("factory-1");
        });
    }

    @Test
    void oneLookMoreRewritesOnlyItsYear() {
        Map<String, PartKey> before = parts(publish(story().asOf("2025-10-11")));
        Map<String, PartKey> after = parts(publish(story().asOf("2025-10-19")));
        assertThat(after).containsOnlyKeys(before.keySet());
        after.forEach((of, key) -> assertThat(key.equals(before.get(of))).as(of).isEqualTo(key.year() == 2024));
    }

    private static Map<String, PartKey> parts(Publication publication) {
        return publication.parts().keySet().stream()
                .collect(Collectors.toMap(key -> key.of() + " " + key.year(), key -> key));
    }
}
