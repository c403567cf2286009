package org.heatwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.validation.ArchiveRecipe;
import org.heatwatch.validation.ArchiveScene;
import org.heatwatch.validation.SimulatedArchive;
import org.heatwatch.validation.TestGroup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The history of a site of 37 roofs from 600 scenes, half by day and half by night, 90 of each dormant: from scratch, and
 * with one scene more than the last time.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
@State(Scope.Thread)
public class SiteHistoryBenchmark {
    private static final int DORMANT = 90;
    private static final int LATER = 210;

    private final List<SampledScene> scenes = new ArrayList<>();
    private Site site = SimulatedArchive.of(ArchiveRecipe.reference().withDormantLooks(0), 1)
            .site();
    private HistoryPipeline pipeline = new HistoryPipeline();
    private LocalDate last = LocalDate.MAX;

    /** The night's scenes are the day's once more, twelve hours later: the work is the same. */
    @Setup
    public void simulate() throws IOException {
        Path kept = Path.of(System.getProperty("java.io.tmpdir"), "heatwatch-bench-samples");
        Files.createDirectories(kept);
        SimulatedArchive archive = SimulatedArchive.keptIn(
                kept,
                ArchiveRecipe.reference().withDormantLooks(DORMANT).withGroups(List.of(TestGroup.idle("idle", LATER))),
                1);
        site = archive.site();
        for (ArchiveScene scene : archive.scenes()) {
            scenes.add(scene.sampled());
            scenes.add(byNight(scene.sampled()));
        }
        last = scenes.getLast().scene().acquisition().date();
    }

    private static SampledScene byNight(SampledScene day) {
        SceneRecord s = day.scene();
        Instant at = s.acquiredAt().plus(Duration.ofHours(12));
        ProductId id = s.product();
        ProductId product = new ProductId(
                id.sensor(),
                id.satellite(),
                id.level(),
                new WrsScene(213, 210),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                id.processed(),
                id.tier());
        return new SampledScene(
                new SceneRecord(
                        product,
                        s.boundsVersion(),
                        s.samplerVersion(),
                        at,
                        Pass.NIGHT,
                        s.grid(),
                        s.clearFraction(),
                        s.transmittance(),
                        s.radiometry(),
                        s.radiancePerCount(),
                        s.flags(),
                        s.clipKey()),
                day.samples());
    }

    /** All but the last scene are known before each measurement. */
    @Setup(Level.Invocation)
    public void remember() {
        pipeline = new HistoryPipeline();
        pipeline.run(site, scenes.subList(0, scenes.size() - 1), last);
    }

    /** From nothing. */
    @Benchmark
    public SiteHistory fromScratch() {
        return SiteHistory.of(site, scenes, last);
    }

    /** One scene more, the dormant era unchanged. */
    @Benchmark
    public SiteHistory oneMore() {
        return pipeline.run(site, scenes, last).history();
    }
}
