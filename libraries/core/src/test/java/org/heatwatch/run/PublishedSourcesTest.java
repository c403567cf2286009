package org.heatwatch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Story;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PackedJson;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.Publication;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.source.CompositeMap;
import org.heatwatch.source.SourceReport;
import org.heatwatch.source.SourceReports;
import org.junit.jupiter.api.Test;

/** Published heat sources are read back. */
final class PublishedSourcesTest {
    private static final LocalDate TO = LocalDate.of(2025, 6, 30);
    private static final SourceReport REPORT = SourceReports.of(Story.SITE, TO);

    private static Publication publish(Optional<SourceReport> report) {
        SiteHistory noScenes = new SiteHistory("here", TO, List.of(), List.of(), List.of());
        return Publication.of(Story.SITE, 1, noScenes, List.of(), _ -> Optional.empty(), report, "run");
    }

    private static PublishedHistory read(Publication publication) {
        HistoryStore store = HistoryStores.inMemory();
        store.put("here", publication.parts());
        Manifest manifest = PackedJson.unpack(PackedJson.pack(publication.manifest()), Manifest.class);
        return new PublishedHistory(PartReader.of(store), manifest);
    }

    @Test
    void sourcesAreReadBackWithTheirEvidenceAndTheActivityOfEachQuarter() {
        assertThat(read(publish(Optional.of(REPORT))).sources()).contains(REPORT.sources());
    }

    @Test
    void observationsOfASourceAreReadBackUnderItsId() {
        PublishedHistory published = read(publish(Optional.of(REPORT)));
        assertThat(published.sourceObservations("source-1"))
                .hasSize(REPORT.histories().getFirst().history().observations().size())
                .allMatch(observation -> observation.facility().equals("source-1"))
                .isSortedAccordingTo((a, b) -> a.acquiredAt().compareTo(b.acquiredAt()));
        assertThat(published.sourceChanges("source-1")).isNotEmpty();
        assertThat(published.sourceObservations("source-9")).isEmpty();
        assertThat(published.observations("source-1")).isEmpty();
    }

    @Test
    void theCompositeIsReadBackRoundedWithItsUnknownCells() {
        CompositeMap map = read(publish(Optional.of(REPORT))).composite().orElseThrow();
        CompositeRaster expected = REPORT.composite().excess();
        assertThat(map.excess().columns()).isEqualTo(expected.columns());
        assertThat(map.excess().west()).isEqualTo(expected.west());
        double[] errors = REPORT.composite().standardError().values();
        for (int i = 0; i < errors.length; i++) {
            if (Double.isFinite(errors[i])) {
                assertThat(map.excess().values()[i]).isCloseTo(expected.values()[i], within(0.001001));
                assertThat(map.standardError().values()[i]).isCloseTo(errors[i], within(0.001001));
            } else {
                assertThat(map.standardError().values()[i]).isInfinite();
            }
        }
    }

    @Test
    void aCompositeOfALargeSiteFitsIntoOneItemOfTheTable() {
        int bytes = publish(Optional.of(REPORT)).parts().entrySet().stream()
                .filter(part -> part.getKey().of().startsWith("composite#"))
                .mapToInt(part -> part.getValue().length)
                .sum();
        double cellsOfTenKilometres = 401 * 401;
        double cells = REPORT.composite().excess().values().length;
        assertThat(bytes * cellsOfTenKilometres / cells).isBetween(1_000.0, 380_000.0);
    }

    @Test
    void aCompositeIsNotStoredAgainOnADayWithoutAScene() {
        SiteHistory history = new Story().pass("2025-06-20").asOf("2025-06-30");
        PublishedHistory published = read(Publication.of(
                Story.SITE,
                1,
                new SiteHistory("here", TO, List.of(), history.scenes(), List.of()),
                PublishedHistoryTest.scenes(history),
                _ -> Optional.empty(),
                Optional.of(REPORT),
                "run"));
        assertThat(published.composite().orElseThrow().period().to()).isEqualTo("2025-06-20");
        assertThat(published.sources().orElseThrow().period().to()).isEqualTo(TO);
    }

    @Test
    void aPublicationOfOlderCodeHasNoSources() {
        PublishedHistory published = read(publish(Optional.empty()));
        assertThat(published.sources()).isEmpty();
        assertThat(published.composite()).isEmpty();
        assertThat(published.sourceObservations("source-1")).isEmpty();
        assertThat(publish(Optional.empty()).parts().keySet())
                .extracting(PartKey::of)
                .noneMatch(of -> of.startsWith("source"));
    }
}
