package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.RasterDataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands about heat sources, on a small store in which a mill starts after the reference period. */
final class SourceCommandsTest {
    @TempDir
    private static Path folder;

    private static Path store;

    @BeforeAll
    static void write() {
        store = Yard.in(folder.resolve("store"));
    }

    private static CommandLineRun run(String line, Object... more) {
        return CommandLineRun.of(Stream.concat(
                        Stream.concat(Stream.of(line.split(" ", -1)), Stream.of("--data", store)), Stream.of(more))
                .toArray());
    }

    @Test
    void sourcesAreAnArrayOfObjects() {
        CommandLineRun run = run("sources --format json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode sources = run.json();
        assertThat(sources.isArray()).isTrue();
        sources.forEach(source -> assertThat(source.propertyStream().map(member -> member.getKey()))
                .contains(
                        "id",
                        "longitude",
                        "latitude",
                        "positionStandardErrorMetres",
                        "kelvinSquareMetres",
                        "kelvinSquareMetresStandardError",
                        "z",
                        "state",
                        "firstSeen",
                        "lastSeen",
                        "activeShare",
                        "insideOutline",
                        "nearest",
                        "nearestMetres",
                        "evidence",
                        "simulated"));
    }

    @Test
    void theTableFitsInto120ColumnsAndStatesTheRateOfFalseSources() {
        CommandLineRun run = run("sources");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("SIMULATED DATA")
                .contains("as of 2023-02-10", "reference scenes", "at most one in 10 years");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void csvHasAColumnForEachMember() {
        assertThat(run("sources --format csv").out())
                .startsWith("id,longitude,latitude,positionStandardErrorMetres,kelvinSquareMetres,");
    }

    @Test
    void theMeanExcessOfEachBuildingIsPrinted() {
        CommandLineRun table = run("composite --buildings");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out()).contains("reference scenes", "mean excess");
        JsonNode buildings = run("composite --buildings --format json").json();
        assertThat(buildings.get(0).propertyStream().map(member -> member.getKey()))
                .containsExactly("id", "name", "role", "effectiveKelvin", "standardError", "z", "simulated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"composite --buildings -o buildings.csv", "composite --format csv"})
    void optionsThatDoNotBelongTogetherAreRefused(String line) {
        CommandLineRun run = run(line);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--buildings");
    }

    @Test
    void aCompositeIsSummarisedAndWrittenAsPictureAndAsGeoTiff() throws IOException {
        assertThat(run("composite").out()).contains("median standard error", "heat source");
        Path png = folder.resolve("composite.png");
        assertThat(run("composite", "-o", png, "--size", "600").code()).isZero();
        assertThat(Files.readAllBytes(png)).startsWith((byte) 0x89, 'P', 'N', 'G');
        Path tiff = folder.resolve("composite.tif");
        CommandLineRun run = run("composite --from 2023-01-15 --to 2023-02-10", "-o", tiff);
        assertThat(run.code()).as(run.err()).isZero();
        try (RasterDataset dataset = RasterDataset.open(ByteSource.of("composite.tif", Files.readAllBytes(tiff)))) {
            assertThat(dataset.epsg()).isPresent();
            assertThat(dataset.bandCount()).isEqualTo(2);
            assertThat(dataset.band(1).noData()).hasValue(Double.NaN);
            assertThat(dataset.band(2).description()).hasValue("standard error of the excess, effective kelvin");
            assertThat(dataset.geoTransform().xPerColumn()).isEqualTo(25);
            assertThat(dataset.metadata()).containsEntry("SIMULATED", "true").containsKey("TIFFTAG_IMAGEDESCRIPTION");
            assertThat(dataset.readFloats(2, dataset.all())).isNotEmpty();
        }
    }

    @Test
    void activityIsPrintedInEveryFormat() {
        assertThat(run("activity").out()).contains("buildings in use", "90 % interval");
        assertThat(run("activity --format csv").out()).startsWith("from,to,overpasses,found,buildings,");
        assertThat(run("activity --format json").json().isArray()).isTrue();
    }

    @Test
    void aSeriesWithTooFewCommonPeriodsSaysWhatIsKnown() throws IOException {
        Path series = Files.writeString(folder.resolve("production.csv"), "year,output\n2016,1\n2017,2\n");
        CommandLineRun run = run("activity", "--compare", series);
        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.err())
                .contains("0 periods have both values, but a correlation needs 4", "the activity index is known from");
        assertThat(run("activity --format json", "--compare", series).code()).isEqualTo(HeatWatch.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "sources --from 2023-02-01 --to 2023-01-01, starts on 2023-02-01",
        "composite --from 2022-03-01 --to 2022-04-01, is within the reference period",
        "sources --from 2031-01-01 --to 2031-04-01, no day scene of the period",
    })
    void badPeriodsSayWhatIsWrong(String line, String reason) {
        CommandLineRun run = run(line);
        assertThat(run.code()).isNotZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList().getLast())
                .startsWith("heatwatch: ")
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources", "composite", "activity"})
    void aSiteWithoutScenesSaysWhatToDo(String command) {
        Path site = Installation.file("sites/kaesong.geojson");
        Path data = folder.resolve("empty-" + command);
        assertThat(CommandLineRun.of("sites", "add", site, "--data", data).code())
                .isZero();
        CommandLineRun run = CommandLineRun.of(command, "--site", site, "--data", data);
        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.err()).contains("no day scene with samples is recorded", "heatwatch backfill");
    }

    @Test
    void aFileOfAnotherTypeIsRejected() {
        for (String line : List.of("composite -o x.jpg", "activity -o x.pdf")) {
            assertThat(run(line).code()).isEqualTo(HeatWatch.USAGE);
        }
    }
}
