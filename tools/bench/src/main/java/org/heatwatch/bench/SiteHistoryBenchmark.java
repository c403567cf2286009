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
 * Computes the history of a site of 37 footprints from 600 scenes, half by day and half by night, 90 of each in the
 * reference period: from scratch, and with one additional scene.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
@State(Scope.Thread)
public class SiteHistoryBenchmark {
    private static final int REFERENCE = 90;
    private static final int LATER = 210;

    private final List<SampledScene> scenes = new ArrayList<>();
    private Site site = SimulatedArchive.of(ArchiveRecipe.reference().withReferenceScenes(0), 1)
            .site();
    private HistoryPipeline pipeline = new HistoryPipeline();
    private LocalDate last = LocalDate.MAX;

    /** Uses the day scenes, shifted by twelve hours, as night scenes, which takes the same computation. */
    @Setup
    public void simulate() throws IOException {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "heatwatch-bench-samples");
        Files.createDirectories(cache);
        SimulatedArchive archive = SimulatedArchive.keptIn(
                cache,
                ArchiveRecipe.reference()
                        .withReferenceScenes(REFERENCE)
                        .withGroups(List.of(TestGroup.idle("idle", LATER))),
                1);
        site = archive.site();
        for (ArchiveScene scene : archive.scenes()) {
            scenes.add(scene.sampled());
            scenes.add(byNight(scene.sampled()));
        }
        last = scenes.getLast().scene().acquisition().date();
    }

    private static SampledScene byNight(SampledScene day) {
        SceneRecord scene = day.scene();
        Instant at = scene.acquiredAt().plus(Duration.ofHours(12));
        ProductId id = scene.product();
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
                        scene.boundsVersion(),
                        scene.extractionVersion(),
                        at,
                        Pass.NIGHT,
                        scene.grid(),
                        scene.clearFraction(),
                        scene.transmittance(),
                        scene.radiometry(),
                        scene.radiancePerCount(),
                        scene.flags(),
                        scene.clipKey()),
                day.samples());
    }

    /** Scores all scenes but the last before each measurement. */
    @Setup(Level.Invocation)
    public void scoreEarlierScenes() {
        pipeline = new HistoryPipeline();
        pipeline.run(site, scenes.subList(0, scenes.size() - 1), last);
    }

    /** Without cached results. */
    @Benchmark
    public SiteHistory fromScratch() {
        return SiteHistory.of(site, scenes, last);
    }

    /** One additional scene, with an unchanged reference period. */
    @Benchmark
    public SiteHistory oneMore() {
        return pipeline.run(site, scenes, last).history();
    }
}
