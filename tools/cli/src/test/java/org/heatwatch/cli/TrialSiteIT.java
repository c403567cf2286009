package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new site far from Korea, from its position to its first scenes, by commands alone. */
final class TrialSiteIT {
    private static final String BUILDINGS = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "id": "way/11", "properties": {"name": "Rolling mill"}, "geometry": {"type": "Polygon",
               "coordinates": [[[35.159, 47.859], [35.161, 47.859], [35.161, 47.861], [35.159, 47.861], [35.159, 47.859]]]}}]}
            """;

    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void makeSite() throws IOException {
        Path buildings = Files.writeString(folder.resolve("export.geojson"), BUILDINGS);
        site = folder.resolve("works.geojson");
        CommandLineRun made = CommandLineRun.of(
                "sites",
                "new",
                "--name",
                "Works",
                "--at",
                "47.86,35.16",
                "--radius",
                "0.5",
                "--buildings",
                buildings,
                "-o",
                site);
        assertThat(made.code()).as(made.err()).isZero();
    }

    private CommandLineRun simulate(Object... more) {
        Object[] arguments = new Object[4 + more.length];
        System.arraycopy(new Object[] {"simulate", site, "-o", folder.resolve("trial")}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandLineRun.of(arguments);
    }

    private CommandLineRun backfill(Path data, String siteId) {
        return CommandLineRun.of(
                "backfill", "--archive", folder.resolve("trial/bucket"), "--site", siteId, "--data", data, "--yes");
    }

    @Test
    void everyClearSceneOfASimulatedSiteIsRecordedWithItsGrid() {
        CommandLineRun simulated = simulate("--from", "2024-06-01", "--to", "2024-09-30");
        assertThat(simulated.code()).as(simulated.err()).isZero();
        Path data = folder.resolve("data");
        CommandLineRun added =
                CommandLineRun.of("sites", "add", folder.resolve("trial/works-simulated.geojson"), "--data", data);
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(backfill(data, "works").err())
                .contains("there is no such file, and no recorded site of this id", "works-simulated");
        CommandLineRun recorded = backfill(data, "works-simulated");
        assertThat(recorded.code()).as(recorded.err()).isZero();

        JsonNode scenes =
                CommandLineRun.of("scenes", "--data", data, "--format", "json").json();

        assertThat(scenes.path("simulated").asBoolean()).isTrue();
        int clear = 0;
        for (JsonNode scene : scenes.path("scenes")) {
            if (scene.path("clearFraction").asDouble() > 0.6) {
                assertThat(scene.path("gridResolved").asBoolean())
                        .as(scene.toString())
                        .isTrue();
                clear++;
            }
        }
        assertThat(clear).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({
        "--stop, way-12=2024-07-01, has no facility 'way-12'",
        "--kelvin, 0, give a number above 0",
        "--from, 2999-01-01, give the earlier day as --from"
    })
    void whatCannotBeSimulatedIsOneSentence(String option, String value, String message) {
        CommandLineRun refused = simulate("--to", "2024-09-30", option, value);

        assertThat(refused.code()).isNotZero();
        assertThat(refused.err().strip()).contains(message).hasLineCount(1);
    }

    @Test
    void anExistingFolderIsNotOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("trial"));

        assertThat(simulate().err()).contains("exists; name another folder");
    }
}
