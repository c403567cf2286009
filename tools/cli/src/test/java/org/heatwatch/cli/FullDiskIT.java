package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores on a small disk in memory, which only root may mount. */
@EnabledOnOs(OS.LINUX)
final class FullDiskIT {
    private static final String LARGE = "100m";

    @TempDir
    private Path folder;

    private Path disk;

    private static boolean succeeds(Object... command) throws IOException, InterruptedException {
        String[] words = new String[command.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = command[i].toString();
        }
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/mount"))
                        && succeeds("mount", "-t", "tmpfs", "-o", "size=" + LARGE, "tmpfs", disk),
                "skipped: no disk in memory can be mounted; run the test as root");
    }

    @AfterEach
    void unmount() throws Exception {
        boolean _ = succeeds("umount", "--lazy", disk);
    }

    private void remount(String options) throws Exception {
        assertThat(succeeds("mount", "-o", "remount," + options, disk)).isTrue();
    }

    private CommandLineRun backfill() {
        return CommandLineRun.of(
                "backfill", "--archive", Yard.BUCKET, "--site", Yard.SITE, "--data", disk.resolve("data"), "--yes");
    }

    private static void assertRefused(CommandLineRun run) {
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.err()).contains("disk").doesNotContain("internal error", "\tat ", "Exception in");
        assertThat(run.err().lines().filter(line -> line.startsWith("heatwatch: ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("/data", "check the disk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80k", "120k", "140k", "160k"})
    void aBackfillOnAFullDiskSaysSoAndIsCompletedWhenThereIsSpace(String size) throws Exception {
        remount("size=" + size);
        assertRefused(backfill());
        remount("size=" + LARGE);
        CommandLineRun repeated = backfill();
        assertThat(repeated.code()).as(repeated.err()).isZero();
        CommandLineRun scenes = CommandLineRun.of("scenes", "--data", disk.resolve("data"), "--format", "json");
        assertThat(scenes.json().path("scenes")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4k", "40k"})
    void aStoreThatHasNoSpaceAtAllIsNamed(String size) throws Exception {
        remount("size=" + size);
        assertRefused(backfill());
    }

    @Test
    void aReadOnlyDiskIsNamed() throws Exception {
        remount("ro");
        assertRefused(backfill());
    }

    @Test
    void aStoreThatBecomesReadOnlyIsStillReadAndSaysThatItCannotBeWritten() throws Exception {
        assertThat(backfill().code()).isZero();
        remount("ro");
        assertRefused(backfill());
        assertThat(CommandLineRun.of("scenes", "--data", disk.resolve("data")).code())
                .isZero();
    }
}
