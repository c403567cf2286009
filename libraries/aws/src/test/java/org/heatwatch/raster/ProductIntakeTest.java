package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.heatwatch.intake.Sampler;
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
    private static Sampler sampler;

    @BeforeAll
    static void publish() {
        archive = new SimulatedArchive(bucket);
        sampler = new Remembering();
    }

    private static Site site() {
        return SiteFile.parse("""
                {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}], "dormant": [],
                 "bounds": [126.617, 37.928, 126.623, 37.932],
                 "features": []}
                """, "small");
    }

    /** Samples each clip once: the same clip gives the same samples, which a test of its own shows. */
    private static final class Remembering implements Sampler {
        private final Map<Clip, Recovery> known = new HashMap<>();

        @Override
        public int version() {
            return Sampler.current().version();
        }

        @Override
        public Recovery sample(Clip clip, Site site) {
            return known.computeIfAbsent(clip, _ -> Sampler.current().sample(clip, site));
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

    /** Everything an intake touches, and whether its last wake came after its last write. */
    private static final class World {
        private final Clips clips = new Clips();
        private final Ledger ledger = Ledgers.inMemory();
        private final Faults faults;
        private final ProductIntake intake;
        private int wakes;

        World(Faults faults) {
            this.faults = faults;
            Ledger failing = faults.on(Ledger.class, ledger);
            this.intake = new ProductIntake(
                    faults.on(Archive.class, archive),
                    new ClipTiff(),
                    faults.on(ClipStore.class, clips),
                    sampler,
                    failing,
                    siteId -> {
                        faults.maybe();
                        wakes++;
                        faults.maybe();
                    });
        }

        End end() {
            return new End(ledger.sampledScenes("small"), ledger.intake("small"));
        }

        /** Delivers messages as a queue does: what fails comes again, up to a last time. */
        void deliver(List<ProductId> notices) {
            Deque<ProductId> queue = new ArrayDeque<>(notices);
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
    void anyOrderRepetitionAndFailureEndsInTheSameLedgerBitForBit() throws IOException {
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
                List<ProductId> notices = new ArrayList<>(archive.products());
                for (int i = 0; i < 5; i++) {
                    notices.add(notices.get(random.nextInt(notices.size())));
                }
                Collections.shuffle(notices, random);
                World world = new World(new Faults(random, 0.12));
                world.deliver(notices);
                assertThat(world.end()).as("round %d: %s", round, notices).isEqualTo(clean.end());
                world.ledger
                        .scenes("small")
                        .forEach(scene -> assertThat(world.clips.get(scene.clipKey()))
                                .hasValueSatisfying(bytes -> assertThat(bytes)
                                        .isEqualTo(
                                                clean.clips.get(scene.clipKey()).orElseThrow())));
                assertThat(world.wakes).isPositive();
            }
        } finally {
            Files.write(band, whole);
        }
    }

    @Test
    void theStoryOfAnAcquisitionEndsWithItsBestProduct() {
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
                new ProductIntake(new Without(realTime), new ClipTiff(), world.clips, sampler, world.ledger, _ -> {});
        assertThat(intake.take(realTime, SITE, false)).isEqualTo(new IntakeOutcome.Superseded(best));
        ProductId only = archive.products().get(0);
        ProductIntake lonely =
                new ProductIntake(new Without(only), new ClipTiff(), world.clips, sampler, world.ledger, _ -> {});
        assertThatThrownBy(() -> lonely.take(only, SITE, true)).isInstanceOf(ProductMissing.class);
    }

    /** The archive after one product was taken away. */
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
    void aClipComesBackFromItsFileEqualAndGivesTheSameSamples() {
        for (ProductId product : archive.products()) {
            Clip clip = Product.open(archive.open(product)).clip(SITE.site());
            byte[] bytes = new ClipTiff().encode(clip);
            Clip again = new ClipTiff().decode("clip.tif", bytes);
            assertThat(again).isEqualTo(clip);
            assertThat(new ClipTiff().encode(again)).isEqualTo(bytes);
        }
        Clip clip = Product.open(archive.open(archive.products().getFirst())).clip(SITE.site());
        assertThat(Sampler.current().sample(clip, SITE.site()).toString()).isNotEmpty();
        assertThatThrownBy(() -> new ClipTiff().decode("cut.tif", Arrays.copyOf(new ClipTiff().encode(clip), 5000)))
                .isInstanceOf(ProductUnreadable.class);
    }
}
