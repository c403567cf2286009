package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.simulator.SimulatedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A back-fill in a separate process that is killed at a random time. */
final class KilledBackfillIT {
    private static final int ACQUISITIONS = 30;
    private static final int LONGEST_RUN_SECONDS = 900;
    private static final long POLL_MILLISECONDS = 20;

    @TempDir
    private Path folder;

    private void publish() {
        SceneSimulator site = SceneSimulator.at(
                        new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .prepared();
        for (int i = 0; i < ACQUISITIONS; i++) {
            LocalDate day = LocalDate.of(2025, 11, 4).minusDays(16L * i);
            SimulatedScene scene = site.simulate(i);
            for (Tier tier : List.of(Tier.RT, Tier.T1)) {
                scene.write(
                        folder.resolve("bucket"),
                        SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, day, tier),
                        SceneFacts.day());
            }
        }
    }

    private Path site() throws IOException {
        return Files.copy(Installation.file("sites/kaesong-simulated.geojson"), folder.resolve("site.geojson"));
    }

    private Process backfill(Path site, Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dheatwatch.natives=" + System.getProperty("heatwatch.natives"),
                "-cp",
                System.getProperty("java.class.path"),
                HeatWatch.class.getName(),
                "backfill"));
        command.addAll(List.of("--archive", folder.resolve("bucket").toString()));
        command.addAll(List.of("--site", site.toString(), "--data", data.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void runToTheEnd(Path site, Path data) throws IOException, InterruptedException {
        Process process = backfill(site, data);
        try {
            assertThat(process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
    }

    private static String scenes(Path site, Path data) {
        CommandLineRun run = CommandLineRun.of("scenes", "--site", site, "--data", data, "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    /** The number of clips that a run has stored so far. */
    private static long clips(Path data) throws IOException {
        Path kept = data.resolve("s3");
        if (!Files.isDirectory(kept)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(file -> file.toString().endsWith(".tif")).count();
        } catch (UncheckedIOException e) {
            // A folder was renamed while it was read.
            return 0;
        }
    }

    @Test
    void theNextRunCompletesTheBackfill() throws Exception {
        publish();
        Path site = site();
        runToTheEnd(site, folder.resolve("undisturbed"));

        Path data = folder.resolve("killed");
        // A clip is stored before its scene is recorded, so that after some clips the process is between these steps.
        int clips = ThreadLocalRandom.current().nextInt(1, ACQUISITIONS / 2);
        Process victim = backfill(site, data);
        boolean ended = false;
        while (!ended && clips(data) < clips) {
            ended = victim.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
        victim.destroyForcibly().waitFor();
        runToTheEnd(site, data);

        assertThat(ended)
                .as("it was killed after %d clips, before its end", clips)
                .isFalse();
        assertThat(scenes(site, data)).isEqualTo(scenes(site, folder.resolve("undisturbed")));
    }
}
