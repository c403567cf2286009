package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlaggedPatchTest {
    private static final double EAST = 290_829;
    private static final double NORTH = 4_200_719;
    private static final WatchedSite SITE = new WatchedSite(SiteFile.parse("""
            {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
             "bounds": [126.617, 37.928, 126.623, 37.932],
             "features": []}
            """, "small"), 1);

    @TempDir
    private Path bucket;

    private final Map<String, byte[]> files = new HashMap<>();
    private final ClipStore clips = new ClipStore() {
        @Override
        public void put(String key, byte[] bytes) {
            files.put(key, bytes);
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(files.get(key));
        }
    };

    private record Folder(Path root) implements Archive {
        @Override
        public ProductFiles open(ProductId product) {
            return DirectoryProduct.in(root.resolve(product.keyPrefix()));
        }

        @Override
        public List<ProductId> list(Acquisition acquisition) {
            return List.of();
        }

        @Override
        public List<ProductId> list(Satellite satellite, WrsScene scene, int year) {
            return List.of();
        }
    }

    /** The samples of a product with these clouds. */
    private StoredSamples samples(Cloud... clouds) {
        SimulatedProductName name = SimulatedProductName.level1(
                        SimulatedSatellite.LANDSAT_8, 116, 34, LocalDate.of(2025, 10, 19), SimulatedProductName.Tier.T1)
                .processed(LocalDate.of(2025, 11, 2));
        SceneSimulator.at(new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .landscapeSeed(7)
                .prepared()
                .clouds(List.of(clouds))
                .simulate(1)
                .write(bucket, name, SceneFacts.day());
        Ledger ledger = Ledgers.inMemory();
        ProductId product = ProductId.parse(name.id());
        IntakeOutcome outcome = new ProductIntake(
                        new Folder(bucket), new ClipTiff(), clips, SampleExtractor.current(), ledger, _ -> {})
                .take(product, SITE, false);
        assertThat(outcome).isEqualTo(new IntakeOutcome.Recorded());
        return ledger.sampledScenes("small").getFirst().samples().orElseThrow();
    }

    private static Cloud flagged(double radius) {
        return Cloud.blob(EAST, NORTH, radius).withShadowEast(0).withShadowNorth(0);
    }

    @Test
    void samplesUnderASmallFlaggedPatchAreKeptApart() {
        StoredSamples clear = samples();
        StoredSamples patched = samples(flagged(70));
        assertThat(clear.flaggedCount()).isZero();
        assertThat(patched.flaggedCount()).isBetween(4, 30);
        assertThat(patched.count() + patched.flaggedCount()).isEqualTo(clear.count());
    }

    @Test
    void samplesUnderALargeCloudAreNotKept() {
        assertThat(samples(flagged(600)).flaggedCount()).isZero();
    }
}
