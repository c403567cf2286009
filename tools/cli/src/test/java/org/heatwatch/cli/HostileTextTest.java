package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Texts of others: control characters in ids and names never reach a terminal. */
final class HostileTextTest {
    private static final Path SITE_FILE = Installation.file("sites/kaesong-simulated.geojson");

    @TempDir
    private Path folder;

    private static void assertHarmless(CommandLineRun run) {
        for (String printed : new String[] {run.out(), run.err()}) {
            assertThat(printed.replace("\r\n", "\n").chars().filter(c -> c != '\n' && c != '\t'))
                    .as(printed)
                    .noneMatch(Character::isISOControl)
                    .noneMatch(c -> c >= 0x202a && c <= 0x202e);
        }
    }

    private CommandLineRun give(Path event) throws IOException {
        Files.createDirectories(folder.resolve("bucket"));
        return CommandLineRun.of(
                "notify",
                event,
                "--archive",
                folder.resolve("bucket"),
                "--site",
                SITE_FILE,
                "--data",
                folder.resolve("data"));
    }

    @Test
    void escapeSequencesOfANotificationAreShownByTheirCodes() throws IOException {
        CommandLineRun run = give(Files.writeString(folder.resolve("event.json"), """
                {"landsat_product_id": "\\u001b[2J\\u001b[31mOWNED",
                 "s3_location": "s3://usgs-landsat/collection02/"}
                """));
        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.out()).contains("\\u001b[2J\\u001b[31mOWNED");
        assertHarmless(run);
    }

    @Test
    void namesOfASiteAreHarmlessInTablesAndCsv() throws IOException {
        String text = Files.readString(SITE_FILE)
                .replaceFirst("\"name\": *\"[^\"]*\"", "\"name\": \"a\\\\u001b[2Jb\\\\r\\\\nBcc: x\\\\u202e\"");
        Path site = Files.writeString(folder.resolve("site.geojson"), text);
        Path data = folder.resolve("data");
        for (CommandLineRun run : new CommandLineRun[] {
            CommandLineRun.of("sites", "check", site),
            CommandLineRun.of("sites", "add", site, "--data", data),
            CommandLineRun.of("sites", "list", "--data", data),
            CommandLineRun.of("sites", "list", "--data", data, "--format", "csv")
        }) {
            assertHarmless(run);
            assertThat(run.err()).doesNotContain("internal error");
        }
    }

    @Test
    void argumentsAreHarmlessInMessages() {
        CommandLineRun run = CommandLineRun.of("inspect", folder.resolve("a\u001b[2Jb"));
        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertHarmless(run);
        assertHarmless(CommandLineRun.of("no\u001b[2Jcommand"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsRefusedInOneLine() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (CommandLineRun run : new CommandLineRun[] {
            give(pipe), CommandLineRun.of("sites", "add", pipe, "--data", folder.resolve("data"))
        }) {
            assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
            assertThat(run.err().strip())
                    .contains("is a pipe or device, not a file")
                    .doesNotContain("\n");
        }
    }
}
