package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on an empty store, or for data that the store does not contain. */
final class StoreCommandsTest {
    private static final Path SITE_FILE = Installation.file("sites/kaesong.geojson");

    @TempDir
    private Path data;

    private static void assertFails(CommandLineRun run, String... reasons) {
        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).startsWith("heatwatch: ").doesNotContain("\n", "Exception");
        assertThat(run.err()).contains(reasons);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history",
                "hotspots",
                "sources",
                "composite",
                "activity",
                "alerts",
                "export --format csv",
                "heatmap LC08_116034_20251104 -o x"
            })
    void commandsOnAnEmptyStoreSayWhatToDo(String command) {
        assertFails(run(command, "--data", data), "contains no site", "heatwatch demo");
    }

    private static CommandLineRun run(String command, Object... more) {
        return CommandLineRun.of(Stream.concat(Arrays.stream(command.split(" ", -1)), Arrays.stream(more))
                .toArray());
    }

    @Test
    void aSiteWithoutScenesIsUnknownAndNotCold() {
        CommandLineRun run = CommandLineRun.of("history", "--site", SITE_FILE, "--data", data);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Amos (placeholder)", "not observed", "UNKNOWN", "never")
                .doesNotContain(" OFF");
        assertThat(CommandLineRun.of("history", "--site", SITE_FILE, "--data", data, "--format", "json")
                        .json())
                .isEmpty();
    }

    @Test
    void missingThingsAreNamed() {
        assertFails(
                CommandLineRun.of("history", "amoss", "--site", SITE_FILE, "--data", data),
                "amoss: site kaesong has no facility, control or reference parcel");
        assertFails(
                CommandLineRun.of(
                        "heatmap", "yesterday", "-o", data.resolve("x.png"), "--site", SITE_FILE, "--data", data),
                "'yesterday' is not an acquisition such as LC08_116034_20251104");
        assertFails(
                CommandLineRun.of("hotspots", "LC08_116034_20251104", "--site", SITE_FILE, "--data", data),
                "LC08_116034_20251104: is not recorded for site kaesong");
    }

    @Test
    void anInvalidClockFileIsNamed() throws IOException {
        Files.writeString(data.resolve("clock"), "tomorrow");
        assertFails(
                CommandLineRun.of(
                        "history", "--site", Installation.file("sites/kaesong-simulated.geojson"), "--data", data),
                "clock: contains 'tomorrow', which is no date");
    }

    @Test
    void everyOutputSaysThatSimulatedDataAreSimulated() {
        Path site = Installation.file("sites/kaesong-simulated.geojson");
        assertThat(CommandLineRun.of("history", "--site", site, "--data", data).out())
                .startsWith("SIMULATED DATA");
        assertThat(CommandLineRun.of("hotspots", "--site", site, "--data", data).out())
                .startsWith("SIMULATED DATA");
        assertThat(CommandLineRun.of("export", "--format", "geojson", "--site", site, "--data", data)
                        .json()
                        .path("simulated")
                        .asBoolean())
                .isTrue();
    }
}
