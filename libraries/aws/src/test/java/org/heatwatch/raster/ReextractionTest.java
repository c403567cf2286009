package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heatwatch.clip.Clip;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.Reextraction;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReextractionTest {
    private static final WatchedSite SITE = site(116);

    @TempDir
    private static Path bucket;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Ledger ledger = Ledgers.inMemory();
    private ProductId product;

    private static WatchedSite site(int path) {
        return new WatchedSite(SiteFile.parse("""
            {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
             "scenes": [{"path": %s, "row": 34, "pass": "day"}], "reference": [],
             "bounds": [126.617, 37.928, 126.623, 37.932], "features": []}
            """.formatted(path), "small"), 1);
    }

    /** The sample extraction of this code with another version number. */
    private record Numbered(int version) implements SampleExtractor {
        @Override
        public Recovery extract(Clip clip, Site site) {
            return SampleExtractor.current().extract(clip, site);
        }
    }

    private final ClipStore clips = new ClipStore() {
        @Override
        public void put(String key, byte[] bytes) {
            files.put(key, bytes.clone());
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(files.get(key));
        }
    };

    @BeforeEach
    void recordOneScene() {
        SimulatedArchive archive = new SimulatedArchive(bucket);
        product = archive.products().getFirst();
        IntakeOutcome _ = new ProductIntake(archive, new ClipTiff(), clips, new Numbered(1), ledger, _ -> {})
                .take(product, SITE, false);
    }

    private Reextraction reextraction(int version) {
        return new Reextraction(new ClipTiff(), clips, new Numbered(version), ledger);
    }

    private SceneRecord scene() {
        return ledger.scenes("small").getFirst();
    }

    @Test
    void aNewVersionExtractsSamplesAgainWithTheSameResult() {
        SampledScene before = ledger.sampledScenes("small").getFirst();
        assertThat(reextraction(2).outdated("small")).containsExactly(scene());
        assertThat(reextraction(2).reextract(scene(), SITE)).isEqualTo(Reextraction.Outcome.REEXTRACTED);
        SampledScene after = ledger.sampledScenes("small").getFirst();
        assertThat(after.scene().extractionVersion()).isEqualTo(2);
        assertThat(after.samples()).isEqualTo(before.samples());
        assertThat(after.scene().grid()).isEqualTo(before.scene().grid());
        assertThat(reextraction(2).outdated("small")).isEmpty();
    }

    @Test
    void aSecondTimeChangesNothing() {
        SceneRecord old = scene();
        reextraction(2).reextract(old, SITE);
        List<SampledScene> once = ledger.sampledScenes("small");
        assertThat(reextraction(2).reextract(old, SITE)).isEqualTo(Reextraction.Outcome.KEPT);
        assertThat(ledger.sampledScenes("small")).isEqualTo(once);
    }

    @Test
    void scenesThatCannotBeExtractedAgainAreUnchanged() {
        SceneRecord old = scene();
        assertThat(reextraction(2).reextract(old, site(115))).isEqualTo(Reextraction.Outcome.NOT_WATCHED);
        files.clear();
        assertThat(reextraction(2).reextract(old, SITE)).isEqualTo(Reextraction.Outcome.CLIP_MISSING);
        assertThat(scene()).isEqualTo(old);
    }
}
