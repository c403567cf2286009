package org.heatwatch.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.validation.ArchiveRecipe;
import org.heatwatch.validation.SimulatedArchive;
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
    private LongHistory history = new LongHistory(
            SimulatedArchive.of(ArchiveRecipe.reference().withReferenceScenes(0), 1)
                    .site(),
            List.of(),
            LocalDate.MAX);
    private HistoryPipeline pipeline = new HistoryPipeline();

    /** Simulates the scenes. */
    @Setup
    public void simulate() throws IOException {
        history = LongHistory.simulate();
    }

    /** Scores all scenes but the last before each measurement. */
    @Setup(Level.Invocation)
    public void scoreEarlierScenes() {
        pipeline = new HistoryPipeline();
        pipeline.run(
                history.site(), history.scenes().subList(0, history.scenes().size() - 1), history.last());
    }

    /** Without cached results. */
    @Benchmark
    public SiteHistory fromScratch() {
        return SiteHistory.of(history.site(), history.scenes(), history.last());
    }

    /** One additional scene, with an unchanged reference period. */
    @Benchmark
    public SiteHistory oneMore() {
        return pipeline.run(history.site(), history.scenes(), history.last()).history();
    }
}
