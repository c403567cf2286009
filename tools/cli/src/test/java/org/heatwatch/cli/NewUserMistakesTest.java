package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heatwatch.store.ServeAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What new users mistype: the answer is one line that names the mistake and says what to do. */
final class NewUserMistakesTest {
    @TempDir
    private static Path folder;

    private static Path yard;

    @BeforeAll
    static void makeStore() {
        yard = Yard.in(folder.resolve("yard"));
    }

    private static void fails(CommandLineRun run, String... answer) {
        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.out()).isEmpty();
        assertOneLine(run.err(), answer);
    }

    /** Wrong usage is followed by a line that names the help. */
    private static void isMisuse(CommandLineRun run, String... answer) {
        assertThat(run.code()).isEqualTo(HeatWatch.USAGE);
        List<String> lines = run.err().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("--help");
        assertOneLine(lines.getFirst(), answer);
    }

    private static void assertOneLine(String err, String... answer) {
        assertThat(err.strip())
                .startsWith("heatwatch: ")
                .contains(answer)
                .doesNotContain("\n", "Exception", "java.", "internal error");
    }

    @Test
    void aMistypedCommand() {
        isMisuse(CommandLineRun.of("hsitory"), "'hsitory'", "did you mean history?");
    }

    @Test
    void aMistypedDataFolder() {
        fails(
                CommandLineRun.of("history", "--data", folder.resolve("yadr")),
                "yadr: there is no such folder",
                "did you mean --data " + yard);
        fails(CommandLineRun.of("history", "--data", folder), "contains no site", "did you mean --data " + yard);
        assertThat(folder.resolve("yadr")).doesNotExist();
    }

    @Test
    void aServerOfAFolderThatDoesNotExist() {
        fails(
                CommandLineRun.of("serve", "--data", folder.resolve("nowhere")),
                "nowhere: there is no such folder",
                "heatwatch demo");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aPortThatIsNone() {
        isMisuse(CommandLineRun.of("serve", "--data", yard, "--port", "99999"), "99999", "0 to 65535");
        isMisuse(CommandLineRun.of("serve", "--data", yard, "--port", "-1"), "-1", "0 to 65535");
    }

    @Test
    void aHostThatDoesNotExist() {
        fails(CommandLineRun.of("serve", "--data", yard, "--host", "none.invalid"), "none.invalid: no such host");
    }

    @Test
    void aSecondServerOfAStore() throws IOException {
        try (ServeAddress first = ServeAddress.reserve(yard)) {
            first.set(URI.create("http://127.0.0.1:8750/"));

            fails(
                    CommandLineRun.of("serve", "--data", yard, "--port", "0"),
                    "is served at http://127.0.0.1:8750/",
                    "open the address that it printed");
        }
    }

    @Test
    void aMistypedFacility() {
        fails(CommandLineRun.of("history", "mlil", "--data", yard), "mlil: site yard has no", "did you mean Mill?");
        fails(CommandLineRun.of("history", "zzz", "--data", yard), "`heatwatch history` without a facility lists");
    }

    @Test
    void aMistypedSite() {
        fails(CommandLineRun.of("history", "--site", "yrad", "--data", yard), "did you mean --site yard?");
        fails(
                CommandLineRun.of("history", "--site", Yard.SITE.resolveSibling("yrad.geojson"), "--data", yard),
                "there is no such file",
                "yard.geojson?");
        fails(CommandLineRun.of("history", "--site", folder, "--data", yard), "is a folder");
    }

    @Test
    void aDayThatIsNone() {
        isMisuse(
                CommandLineRun.of("sources", "--from", "2025-13-01", "--data", yard),
                "'2025-13-01' is not a day such as 2025-11-04");
        isMisuse(
                CommandLineRun.of("backfill", "--to", "4.11.2025", "--site", "yard"),
                "'4.11.2025' is not a day such as 2025-11-04");
    }

    @Test
    void anAcquisitionThatIsNotRecorded() {
        fails(
                CommandLineRun.of("heatmap", "LC08_116034_20230123", "-o", folder.resolve("x.png"), "--data", yard),
                "is not recorded for site yard",
                "the nearest is LC08_116034_20230122");
        fails(
                CommandLineRun.of("heatmap", "2023-01-23", "-o", folder.resolve("x.png"), "--data", yard),
                "no pass of this day");
    }

    @Test
    void aFolderOfTheResultThatDoesNotExist() {
        fails(
                CommandLineRun.of("export", "--format", "csv", "-o", folder.resolve("none/x.csv"), "--data", yard),
                "there is no folder");
    }

    @Test
    void inputThatDoesNotExist() {
        Path none = folder.resolve("none");
        fails(
                CommandLineRun.of("backfill", "--archive", none, "--site", Yard.SITE, "--data", none),
                "there is no such folder",
                "collection02");
        fails(
                CommandLineRun.of("notify", none, "--archive", Yard.BUCKET, "--site", Yard.SITE, "--data", none),
                "no such file",
                "give a file with a notification");
        fails(CommandLineRun.of("sites", "add", none, "--data", yard), "there is no such file");
        fails(CommandLineRun.of("simulate", none, "-o", folder.resolve("out")), "there is no such file");
        fails(CommandLineRun.of("activity", "--compare", none, "--data", yard), "there is no such file");
        fails(CommandLineRun.of("score", none, "--site", Yard.SITE), "does not exist");
        fails(CommandLineRun.of("score", Yard.SITE, "--site", Yard.SITE), "is a file; give the folder");
        assertThat(none).doesNotExist();
    }

    @Test
    void theFileOfAnotherSiteThanThatOfTheStore() {
        CommandLineRun run =
                CommandLineRun.of("history", "--site", Installation.file("sites/mendoza.geojson"), "--data", yard);

        assertThat(run.code()).isZero();
        assertOneLine(run.err(), "no data of site mendoza", "it holds: yard");
    }

    @Test
    void aNameAndADayAreAsGoodAsIds() throws IOException {
        assertThat(CommandLineRun.of("history", "MILL", "--data", yard))
                .isEqualTo(CommandLineRun.of("history", "mill", "--data", yard))
                .returns(0, CommandLineRun::code);
        Path byDay = folder.resolve("day.png");
        Path byId = folder.resolve("id.png");
        assertThat(CommandLineRun.of("heatmap", "2023-01-22", "-o", byDay, "--data", yard)
                        .code())
                .isZero();
        assertThat(CommandLineRun.of("heatmap", "LC08_116034_20230122", "-o", byId, "--data", yard)
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(byDay)).isEqualTo(Files.readAllBytes(byId));
    }
}
