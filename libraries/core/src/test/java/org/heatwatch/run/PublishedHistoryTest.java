package org.heatwatch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.announce.Story;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PackedJson;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.Publication;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.publication.StateChange;
import org.heatwatch.publication.Years;
import org.heatwatch.state.FacilityState;
import org.junit.jupiter.api.Test;

/** A published history is read back. */
final class PublishedHistoryTest {
    private static final SiteDefinition DEFINITION = SiteDefinition.first(Story.site("Factory", 5, true), "test");

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
        return Publication.of(
                DEFINITION.site(), DEFINITION.version(), history, scenes(history), _ -> Optional.empty(), "run");
    }

    static List<SceneRecord> scenes(SiteHistory history) {
        return history.scenes().stream()
                .map(scene -> new SceneRecord(
                        scene.product(),
                        1,
                        1,
                        Instant.parse(scene.product().acquired() + "T02:11:07Z"),
                        scene.pass(),
                        new SampledGrid.Unresolved("not asked for"),
                        0.75,
                        Transmittance.USUAL,
                        new ThermalRadiometry(3.342e-4, 0.1, 774.8853, 1321.0789),
                        3.342e-4,
                        Set.of(SceneFlag.SNOW),
                        "clips/here/" + scene.product() + ".tif"))
                .toList();
    }

    private static PublishedHistory read(Publication publication) {
        HistoryStore store = HistoryStores.inMemory();
        store.put("here", publication.parts());
        Manifest again = PackedJson.unpack(PackedJson.pack(publication.manifest()), Manifest.class);
        assertThat(again).isEqualTo(publication.manifest());
        return new PublishedHistory(PartReader.of(store), again);
    }

    @Test
    void everyObservationIsReadBackWithItsState() {
        List<PublishedObservation> observations =
                read(publish(story().asOf("2025-10-19"))).observations("factory-1");
        assertThat(observations)
                .extracting(
                        observation -> observation.acquisition().id(),
                        PublishedObservation::status,
                        PublishedObservation::state)
                .containsExactly(
                        tuple("LC08_116034_20241219", ObservationStatus.OBSERVED, FacilityState.OFF),
                        tuple("LC08_116034_20251003", ObservationStatus.NO_OBSERVATION, FacilityState.STALE),
                        tuple("LC08_116034_20251011", ObservationStatus.OBSERVED, FacilityState.SUSPECT),
                        tuple("LC08_116034_20251019", ObservationStatus.OBSERVED, FacilityState.ON));
        assertThat(observations.getLast().effectiveKelvin()).isEqualTo(6.25);
        assertThat(observations.get(1).effectiveKelvin()).isNull();
        assertThat(observations.get(1).flags()).first().isEqualTo("hidden by cloud");
    }

    @Test
    void aFacilityThatThePassDidNotShowKeepsItsLastObservation() {
        PublishedState hidden = publish(story().asOf("2025-10-19")).manifest().states().stream()
                .filter(standing -> standing.facility().equals("factory-2"))
                .findFirst()
                .orElseThrow();
        assertThat(hidden.state()).isEqualTo(FacilityState.OFF);
        PublishedObservation latest = hidden.latest();
        assertThat(latest)
                .isNotNull()
                .extracting(observation -> observation.acquisition().id())
                .isEqualTo("LC08_116034_20251011");
    }

    @Test
    void passesHaveTheirHotSpotsInDegrees() {
        PassReport pass = read(publish(story().asOf("2025-10-19"))).passes().getLast();
        assertThat(pass.acquisition().id()).isEqualTo("LC08_116034_20251019");
        assertThat(pass.hotSpots()).singleElement().satisfies(spot -> {
            assertThat(spot.longitude()).isBetween(126.62, 126.621);
            assertThat(spot.latitude()).isBetween(37.93, 37.931);
            assertThat(spot.nearest()).isEqualTo("factory-1");
        });
    }

    @Test
    void passesHaveTheirProductAndWhetherItIsProvisional() {
        Publication publication = publish(story().asOf("2025-10-19"));
        PassReport pass = read(publication).passes().getFirst();
        assertThat(pass.acquiredAt()).isEqualTo(Instant.parse("2024-12-19T02:11:07Z"));
        assertThat(pass.clip()).isEqualTo("clips/here/" + pass.product() + ".tif");
        assertThat(pass.flags()).containsExactly(SceneFlag.SNOW);
        assertThat(pass.provisional()).as("its transmittance is assumed").isTrue();
        assertThat(pass.transmittanceSource()).isEqualTo(Transmittance.Source.ASSUMED);
        assertThat(publication.manifest().sceneKeys()).first().isEqualTo(pass.product() + " 1 1");
    }

    @Test
    void changesOfStateIncludeTheDayOnWhichTheStateBecameUnknown() {
        List<StateChange> changes = read(publish(story().asOf("2025-10-19"))).changes("factory-1");
        assertThat(changes)
                .extracting(change -> change.date() + " " + change.state())
                .containsExactly(
                        "2024-12-19 OFF", "2025-02-05 STALE", "2025-10-11 OFF", "2025-10-11 SUSPECT", "2025-10-19 ON");
        assertThat(changes).allSatisfy(change -> assertThat(change.reason()).isNotBlank());
    }

    @Test
    void aRangeOfYearsIsRead() {
        PublishedHistory history = read(publish(story().asOf("2025-10-19")));
        assertThat(history.observations("factory-1", new Years(2024, 2024)))
                .extracting(observation -> observation.acquisition().id())
                .containsExactly("LC08_116034_20241219");
        assertThat(history.passes(new Years(2025, 2025))).hasSize(3);
        assertThat(history.observations("factory-1", new Years(2026, 2025))).isEmpty();
    }

    @Test
    void aNewObservationChangesOnlyThePartOfItsYear() {
        Map<String, PartKey> before = parts(publish(story().asOf("2025-10-11")));
        Map<String, PartKey> after = parts(publish(story().asOf("2025-10-19")));
        assertThat(after).containsOnlyKeys(before.keySet());
        after.forEach((of, key) -> assertThat(key.equals(before.get(of))).as(of).isEqualTo(key.year() == 2024));
    }

    private static Map<String, PartKey> parts(Publication publication) {
        return publication.parts().keySet().stream()
                .collect(Collectors.toMap(key -> key.of() + " " + key.year(), key -> key));
    }

    @Test
    void aSceneThatIsNotUsedIsListedWithTheSceneOfItsOverpassThatIs() {
        SiteHistory history = story().asOf("2025-10-19");
        List<SceneRecord> inNextRow =
                scenes(story().inNextRow("2025-10-11").inNextRow("2025-10-19").asOf("2025-10-19"));
        List<SceneRecord> recorded = Stream.concat(
                        scenes(history).stream(), inNextRow.stream().skip(2))
                .toList();
        PublishedHistory published = read(Publication.of(
                DEFINITION.site(), DEFINITION.version(), history, recorded, _ -> Optional.empty(), "run"));

        assertThat(published.passes())
                .isEqualTo(read(publish(history)).passes())
                .allMatch(PassReport::isUsed);
        assertThat(published.scenes(new Years(2025, 2025)))
                .extracting(scene -> scene.acquisition().id())
                .containsExactly(
                        "LC08_116034_20251003",
                        "LC08_116034_20251011",
                        "LC08_116035_20251011",
                        "LC08_116034_20251019",
                        "LC08_116035_20251019");
        PassReport unused = published.scenes(Years.ALL).getLast();
        assertThat(unused.sameOverpassAs())
                .isEqualTo(published.passes().getLast().acquisition());
        assertThat(unused.suspicions()).containsExactly("same overpass as LC08_116034_20251019, which is used");
        assertThat(unused.hotSpots()).isEmpty();
    }
}
