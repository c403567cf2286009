package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.site.WatchedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sites new}, and {@code sites check} of what it writes. */
final class SitesNewTest {
    private static final String BUILDINGS = """
            {"type": "FeatureCollection", "generator": "overpass-turbo", "features": [
              {"type": "Feature", "id": "way/11", "properties": {"@id": "way/11", "name": "Rolling mill"},
               "geometry": {"type": "Polygon", "coordinates":
                 [[[35.15, 47.85], [35.152, 47.85], [35.152, 47.851], [35.15, 47.851], [35.15, 47.85]]]}},
              {"type": "Feature", "id": "way/12", "properties": {"@id": "way/12"},
               "geometry": {"type": "Polygon", "coordinates":
                 [[[35.20, 47.85], [35.202, 47.85], [35.202, 47.851], [35.20, 47.851], [35.20, 47.85]]]}},
              {"type": "Feature", "id": "way/13", "properties": {"@id": "way/13"},
               "geometry": {"type": "Polygon", "coordinates":
                 [[[35.16, 47.86], [35.1601, 47.86], [35.1601, 47.8601], [35.16, 47.8601], [35.16, 47.86]]]}}]}
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aSteelWorksFromItsPositionAndItsBuildings() throws IOException {
        Path site = folder.resolve("works.geojson");
        CommandLineRun made = CommandLineRun.of(
                "sites",
                "new",
                "--name",
                "Zaporizhzhia steel works",
                "--at",
                "47.86,35.16",
                "--radius",
                "2.5",
                "--buildings",
                file("export.geojson", BUILDINGS),
                "-o",
                site);

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(made.out())
                .contains(
                        "zaporizhzhia-steel-works (Zaporizhzhia steel works) written to " + site,
                        "day: 177/027 (border ",
                        "178/027 (border ",
                        "night: 037/217 (border ",
                        "buildings: 3 features in export.geojson (openstreetmap, accuracy 15 m)",
                        "buildings: 1 inside the outline of the site: role facility",
                        "buildings: 1 outside it, inside the bounds: role building",
                        "buildings: 1 smaller than 900 m2: left out",
                        "Next: ./heatwatch sites check " + site);
        CommandLineRun check = CommandLineRun.of("sites", "check", site);
        assertThat(check.code()).isZero();
        assertThat(check.out())
                .contains("valid", "1 of role facility", "3 features (outline, way-11, way-12): outline not verified")
                .doesNotContain("does not show", "passes in the reference");
        assertThat(SiteFile.read(site).features(Role.FACILITY)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-33.006,-68.857 | -68.857 | -33.006",
                "33.006S 68.857W | -68.857 | -33.006",
                "33.006 S, 68.857 W | -68.857 | -33.006",
                "+37.93;126.63E | 126.63 | 37.93",
            })
    void positionsAreReadInTheUsualForms(String at, double longitude, double latitude) {
        Path site = folder.resolve("site.geojson");
        CommandLineRun run = CommandLineRun.of("sites", "new", "--name", "Works", "--at", at, "-o", site);
        assertThat(run.err()).isEmpty();
        Site read = SiteFile.read(site);
        assertThat(read.bounds().contains(longitude, latitude)).isTrue();
        assertThat(read.scenes()).extracting(WatchedScene::pass).contains(Pass.DAY, Pass.NIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"47.86", "126.63,37.93", "here", "47.86,35.16,3", "47°51'36\"N 35°E", "47.86,"})
    void anotherTextThanAPositionIsAUsageError(String at) {
        CommandLineRun run = CommandLineRun.of("sites", "new", "--name", "Works", "--at", at);
        assertThat(run.code()).isEqualTo(HeatWatch.USAGE);
        assertThat(run.err()).contains("is not a position");
    }

    @Test
    void anOutlineGivesThePosition() throws IOException {
        Path outline = file(
                "outline.geojson",
                "{\"type\": \"Polygon\", \"coordinates\": [[[35.14, 47.85], [35.14, 47.87], [35.18, 47.87], [35.18, 47.85],"
                        + " [35.14, 47.85]]]}");
        Path site = folder.resolve("site.geojson");
        CommandLineRun run = CommandLineRun.of(
                "sites",
                "new",
                "--name",
                "Works",
                "--id",
                "my-works",
                "--outline",
                outline,
                "--idle",
                "2014-01-01/2015-12-31",
                "--idle",
                "2016-06-01/2016-12-31",
                "-o",
                site);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("reference: 2014-01-01 to 2015-12-31, 2016-06-01 to 2016-12-31");
        assertThat(SiteFile.read(site).id()).isEqualTo("my-works");
        assertThat(Files.readString(site)).doesNotContain("kind");
    }

    @Test
    void whatTheSiteOperatedInIsWrittenWithItsKind() throws IOException {
        Path site = folder.resolve("site.geojson");
        CommandLineRun run = CommandLineRun.of(
                "sites",
                "new",
                "--name",
                "Works",
                "--at",
                "47.86,35.16",
                "--operating",
                "2014-01-01/2016-12-31",
                "-o",
                site);
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(site)).contains("\"kind\":\"operating\"");
    }

    @Test
    void anExistingFileIsNotReplaced() throws IOException {
        Path site = file("site.geojson", "mine");
        CommandLineRun run = CommandLineRun.of("sites", "new", "--name", "Works", "--at", "47.86,35.16", "-o", site);
        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.err()).contains("exists; name another file with -o");
        assertThat(Files.readString(site)).isEqualTo("mine");
    }

    @Test
    void errorsAreOneLine() throws IOException {
        assertFails("Landsat shows nothing beyond", "--at", "85,10");
        assertFails("cross the 180th meridian", "--at", "-17,179.99");
        assertFails("id 'Not An Id' is malformed", "--at", "47,35", "--id", "Not An Id");
        assertFails("is a ZIP archive", "--at", "47,35", "--buildings", file("a.zip", "PK\u0003\u0004"));
        assertFails("does not exist", "--at", "47,35", "--buildings", folder.resolve("none.geojson"));
        assertFails("has no polygon", "--outline", file("p.geojson", "{\"type\": \"Point\", \"coordinates\": [1, 2]}"));
        assertFails("give --at LAT,LON or --outline FILE");
        assertThat(CommandLineRun.of("sites", "new", "--name", "W", "--at", "47,35", "--idle", "2016/2017")
                        .err())
                .contains("is not a period such as 2016-03-01/2020-05-31");
        assertThat(CommandLineRun.of("sites", "new", "--name", "W", "--at", "47,35", "--radius", "2", "--outline", "x")
                        .code())
                .isEqualTo(HeatWatch.USAGE);
    }

    private void assertFails(String reason, Object... options) {
        Object[] all = new Object[options.length + 6];
        System.arraycopy(
                new Object[] {"sites", "new", "--name", "Works", "-o", folder.resolve("none.geojson")}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.code()).as(run.err()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).startsWith("heatwatch: ").contains(reason).doesNotContain("\n", "Exception");
        assertThat(folder.resolve("none.geojson")).doesNotExist();
    }
}
