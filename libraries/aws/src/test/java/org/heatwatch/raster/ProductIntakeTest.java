package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;
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
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProductIntakeTest {
    private static final int ROUNDS = 30;
    private static final int TRIES = 5;
    private static final WatchedSite SITE = new WatchedSite(site(), 1);

    @TempDir
    private static Path bucket;

    private static SimulatedArchive archive;
    private static SampleExtractor extractor;

    @BeforeAll
    static void publish() {
        archive = new SimulatedArchive(bucket);
        extractor = new Remembering();
    }

    private static Site site() {
        return SiteFile.parse("""
                {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
                 "bounds": [126.617, 37.928, 126.623, 37.932],
                 "features": []}
                """, "small");
    }

    /** Extracts the samples of each clip only once; another test shows that extraction is deterministic. */
    private static final class Remembering implements SampleExtractor {
        private final Map<Clip, Recovery> known = new HashMap<>();

        @Override
        public int version() {
            return SampleExtractor.current().version();
        }

        @Override
        public Recovery extract(Clip clip, Site site) {
            return known.computeIfAbsent(clip, _ -> SampleExtractor.current().extract(clip, site));
        }
    }

    private static final class Clips implements ClipStore {
        private final Map<String, byte[]> files = new TreeMap<>();

        @Override
        public void put(String key, byte[] bytes) {
            files.put(key, bytes.clone());
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(files.get(key));
        }
    }

    private record End(List<SampledScene> scenes, List<IntakeRecord> intake) {}

    /** The ports of an intake, which also check that the last scoring request follows the last write. */
    private static final class World {
        private final Clips clips = new Clips();
        private final Ledger ledger = Ledgers.inMemory();
        private final Faults faults;
        private final ProductIntake intake;
        private int scoringRequests;

        World(Faults faults) {
            this.faults = faults;
            Ledger failing = faults.on(Ledger.class, ledger);
            this.intake = new ProductIntake(
                    faults.on(Archive.class, archive),
                    new ClipTiff(),
                    faults.on(ClipStore.class, clips),
                    extractor,
                    failing,
                    siteId -> {
                        faults.maybe();
                        scoringRequests++;
                        faults.maybe();
                    });
        }

        End end() {
            return new End(ledger.sampledScenes("small"), ledger.intake("small"));
        }

        /** Delivers messages like a queue, which redelivers failed ones up to maxReceiveCount. */
        void deliver(List<ProductId> notifications) {
            Deque<ProductId> queue = new ArrayDeque<>(notifications);
            Map<ProductId, Integer> receives = new HashMap<>();
            while (!queue.isEmpty()) {
                ProductId product = queue.removeFirst();
                boolean last = receives.merge(product, 1, Integer::sum) >= TRIES;
                if (last) {
                    faults.stop();
                }
                try {
                    intake.take(product, SITE, last);
                } catch (SourceUnavailable e) {
                    queue.addLast(product);
                } catch (ProductUnreadable e) {
                    if (!last) {
                        queue.addLast(product);
                    }
                }
                faults.resume();
            }
        }
    }

    @Test
    void theLedgerIsIdenticalForAnyOrderOfNotificationsDuplicatesAndFailures() throws IOException {
        ProductId broken = archive.products().get(1);
        Path band = archive.folder(broken).resolve(broken.fileName("B10.TIF"));
        byte[] whole = Files.readAllBytes(band);
        try {
            Files.write(band, Arrays.copyOf(whole, 20_000));
            World clean = new World(Faults.none());
            clean.deliver(archive.products());
            assertThat(clean.end().scenes()).hasSize(3);
            for (int round = 0; round < ROUNDS; round++) {
                Random random = new Random(round);
                List<ProductId> notifications = new ArrayList<>(archive.products());
                for (int i = 0; i < 5; i++) {
                    notifications.add(notifications.get(random.nextInt(notifications.size())));
                }
                Collections.shuffle(notifications, random);
                World world = new World(new Faults(random, 0.12));
                world.deliver(notifications);
                assertThat(world.end()).as("round %d: %s", round, notifications).isEqualTo(clean.end());
                world.ledger
                        .scenes("small")
                        .forEach(scene -> assertThat(world.clips.get(scene.clipKey()))
                                .hasValueSatisfying(bytes -> assertThat(bytes)
                                        .isEqualTo(
                                                clean.clips.get(scene.clipKey()).orElseThrow())));
                assertThat(world.scoringRequests).isPositive();
            }
        } finally {
            Files.write(band, whole);
        }
    }

    @Test
    void theBestProductOfAnAcquisitionIsRecordedInTheEnd() {
        World world = new World(Faults.none());
        world.deliver(archive.products());
        assertThat(world.ledger.scenes("small"))
                .extracting(scene -> scene.product().level() + " " + scene.isResolved())
                .containsExactly("L1TP true", "L2SP true", "L2SP false");
        assertThat(world.end().intake()).hasSize(archive.products().size());
    }

    @Test
    void aRemovedRealTimeProductIsSupersededByWhatIsListed() {
        ProductId realTime = archive.products().get(1);
        ProductId best = archive.products().get(3);
        World world = new World(Faults.none());
        ProductIntake intake =
                new ProductIntake(new Without(realTime), new ClipTiff(), world.clips, extractor, world.ledger, _ -> {});
        assertThat(intake.take(realTime, SITE, false)).isEqualTo(new IntakeOutcome.Superseded(best));
        ProductId only = archive.products().get(0);
        ProductIntake lonely =
                new ProductIntake(new Without(only), new ClipTiff(), world.clips, extractor, world.ledger, _ -> {});
        assertThatThrownBy(() -> lonely.take(only, SITE, true)).isInstanceOf(ProductMissing.class);
    }

    /** The archive without one of its products. */
    private record Without(ProductId product) implements Archive {
        @Override
        public ProductFiles open(ProductId wanted) {
            return wanted.equals(product) ? SimulatedArchive.nothing(wanted) : archive.open(wanted);
        }

        @Override
        public List<ProductId> list(Acquisition acquisition) {
            return archive.list(acquisition).stream()
                    .filter(other -> !other.equals(product))
                    .toList();
        }

        @Override
        public List<ProductId> list(Satellite satellite, WrsScene scene, int year) {
            return archive.list(satellite, scene, year).stream()
                    .filter(other -> !other.equals(product))
                    .toList();
        }
    }

    @Test
    void uselessAndUnwatchedProductsAreNotOurs() {
        World world = new World(Faults.none());
        ProductId reflectance = ProductId.parse("LC08_L2SR_116034_20251003_20251010_02_T1");
        ProductId elsewhere = ProductId.parse("LC08_L1TP_116033_20251003_20251010_02_T1");
        assertThat(world.intake.take(reflectance, SITE, false)).isInstanceOf(IntakeOutcome.NotOurs.class);
        assertThat(world.intake.take(elsewhere, SITE, false)).isInstanceOf(IntakeOutcome.NotOurs.class);
        assertThat(world.ledger.intake("small"))
                .extracting(IntakeRecord::product)
                .containsExactly(reflectance);
    }

    @Test
    void theClipOfASimulatedSiteSaysSo() {
        Clip clip = Product.open(archive.open(archive.products().getFirst())).clip(SITE.site());
        byte[] bytes = new ClipTiff().encode(clip, true);

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("SIMULATED DATA: an invented story.");
        assertThat(new ClipTiff().decode("clip.tif", bytes)).isEqualTo(clip);
    }

    @Test
    void aStoredClipIsEqualAndGivesTheSameSamples() {
        for (ProductId product : archive.products()) {
            Clip clip = Product.open(archive.open(product)).clip(SITE.site());
            byte[] bytes = new ClipTiff().encode(clip, false);
            Clip again = new ClipTiff().decode("clip.tif", bytes);
            assertThat(again).isEqualTo(clip);
            assertThat(new ClipTiff().encode(again, false)).isEqualTo(bytes);
        }
        Clip clip = Product.open(archive.open(archive.products().getFirst())).clip(SITE.site());
        assertThat(SampleExtractor.current().extract(clip, SITE.site()).toString())
                .isNotEmpty();
        assertThatThrownBy(() ->
                        new ClipTiff().decode("cut.tif", Arrays.copyOf(new ClipTiff().encode(clip, false), 5000)))
                .isInstanceOf(ProductUnreadable.class);
    }
}
