package org.heatwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductWriterTest {
    private static final LocalDate DATE = LocalDate.of(2024, 8, 29);
    private static final SceneSimulator SITE =
            SceneSimulator.kaesong().size(40, 40).landscapeSeed(2).prepared();

    @TempDir
    private Path root = Path.of("");

    @Test
    void aLevel1ProductHasTheLayoutOfTheBucket() {
        SimulatedProductName name =
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, DATE, SimulatedProductName.Tier.RT);

        Path directory = SITE.simulate(1).write(root, name, SceneFacts.day());

        String id = "LC08_L1TP_116034_20240829_20240830_02_RT";
        assertThat(directory)
                .isEqualTo(root.resolve("collection02/level-1/standard/oli-tirs/2024/116/034")
                        .resolve(id));
        for (String suffix : List.of("B10.TIF", "QA_PIXEL.TIF", "MTL.json", "MTL.txt")) {
            assertThat(directory.resolve(id + "_" + suffix)).isNotEmptyFile();
        }
    }

    @Test
    void theSameSceneIsWrittenAsTheSameBytes() throws IOException {
        SimulatedProductName name =
                SimulatedProductName.level2(SimulatedSatellite.LANDSAT_8, 116, 34, DATE, SimulatedProductName.Tier.T1);
        Path one = SITE.simulate(1).write(root.resolve("one"), name, SceneFacts.day());
        Path two = SITE.simulate(1).write(root.resolve("two"), name, SceneFacts.day());

        try (Stream<Path> files = Files.list(one)) {
            assertThat(files.toList())
                    .hasSize(12)
                    .allSatisfy(
                            file -> assertThat(two.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
    }

    @Test
    void theMetadataContainSensorThermalModelAndCalibration() throws IOException {
        SimulatedProductName name =
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, DATE, SimulatedProductName.Tier.RT);
        Path directory = SITE.simulate(1).write(root, name, SceneFacts.day());

        String text = Files.readString(directory.resolve(name.id() + "_MTL.txt"));
        String json = Files.readString(directory.resolve(name.id() + "_MTL.json"));

        assertThat(text)
                .contains("    SPACECRAFT_ID = \"LANDSAT_8\"\n", "    WRS_PATH = 116\n", "    WRS_ROW = 34\n")
                .contains("    DATE_ACQUIRED = 2024-08-29\n", "    SCENE_CENTER_TIME = \"02:11:07.1234567Z\"\n")
                .contains("    TIRS_SSM_MODEL = \"PRELIMINARY\"\n", "    RADIANCE_MULT_BAND_10 = 3.3420E-04\n")
                .contains("    CORNER_LR_PROJECTION_X_PRODUCT = 430470.000\n")
                .endsWith("END_GROUP = LANDSAT_METADATA_FILE\nEND\n");
        assertThat(json).contains("\"K1_CONSTANT_BAND_10\": \"774.8853\"", "\"COLLECTION_NUMBER\": \"02\"");
        assertThat(json).doesNotContainPattern(Pattern.compile(": [0-9]"));
    }

    @Test
    void landsat9HasItsOwnConstantsAndNoSceneSelectMirrorModel() throws IOException {
        SimulatedProductName name =
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_9, 116, 34, DATE, SimulatedProductName.Tier.T1);
        Path directory =
                SITE.satellite(SimulatedSatellite.LANDSAT_9).simulate(1).write(root, name, SceneFacts.day());

        String text = Files.readString(directory.resolve(name.id() + "_MTL.txt"));

        assertThat(text).contains("RADIANCE_MULT_BAND_10 = 3.8000E-04", "RADIANCE_MULT_BAND_11 = 3.4900E-04");
        assertThat(text).contains("K2_CONSTANT_BAND_10 = 1329.2405", "RADIANCE_MAXIMUM_BAND_10 = 25.00330");
        assertThat(text).doesNotContain("TIRS_SSM");
    }

    @Test
    void level2MetadataHaveTheProductIdInThreeGroupsWithTwoValues() throws IOException {
        SimulatedProductName name =
                SimulatedProductName.level2(SimulatedSatellite.LANDSAT_8, 116, 34, DATE, SimulatedProductName.Tier.T1);
        Path directory = SITE.simulate(1).write(root, name, SceneFacts.day());

        List<String> ids = Pattern.compile("\"LANDSAT_PRODUCT_ID\": \"(.*?)\"")
                .matcher(Files.readString(directory.resolve(name.id() + "_MTL.json")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(ids)
                .containsExactly(
                        name.id(),
                        name.id(),
                        name.level(SimulatedProductName.Level.L1TP).id());
    }

    @Test
    void theSurfaceTemperatureFollowsFromTheOtherFiles() throws IOException {
        SimulatedProductName name =
                SimulatedProductName.level2(SimulatedSatellite.LANDSAT_8, 116, 34, DATE, SimulatedProductName.Tier.T1);
        SimulatedScene scene = SITE.simulate(1);
        Path directory = scene.write(root, name, SceneFacts.day());
        int column = scene.window().column() + 13;
        int row = scene.window().row() + 9;

        double transmittance = 1e-4 * value(directory, name, "ST_ATRAN", column, row);
        double emissivity = 1e-4 * value(directory, name, "ST_EMIS", column, row);
        double ground = (1e-3
                                * (value(directory, name, "ST_TRAD", column, row)
                                        - value(directory, name, "ST_URAD", column, row))
                                / transmittance
                        - (1 - emissivity) * 1e-3 * value(directory, name, "ST_DRAD", column, row))
                / emissivity;
        double expected = 1321.0789 / Math.log(774.8853 / ground + 1);

        double kelvin = 0.00341802 * value(directory, name, "ST_B10", column, row) + 149.0;
        assertThat(kelvin).isCloseTo(expected, within(0.0018));
        assertThat(kelvin).isBetween(285.0, 310.0);
        assertThat(value(directory, name, "ST_CDIST", column, row)).isEqualTo(20000);
        assertThat(value(directory, name, "QA_PIXEL", column, row)).isEqualTo(21824);
        assertThat(value(directory, name, "QA_PIXEL", 0, 0)).isEqualTo(1);
        assertThat(value(directory, name, "ST_EMIS", 0, 0)).isEqualTo(-9999);
    }

    /** The corners of two published products, rounded there to 1e-5 degrees. */
    @Test
    void theCornersHaveTheLatitudesAndLongitudesOfPublishedProducts() {
        SceneGrid south = new SceneGrid(32656, 594_300, -2_121_300, 7721, 7821);
        MapCorner upperLeft = MapCorner.of(south, 594_300, -2_121_300);
        MapCorner lowerRight = MapCorner.of(south, 825_900, -2_355_900);

        assertThat(upperLeft.latitude()).isCloseTo(-19.18283, within(6e-6));
        assertThat(upperLeft.longitude()).isCloseTo(153.89692, within(6e-6));
        assertThat(lowerRight.latitude()).isCloseTo(-21.27567, within(6e-6));
        assertThat(lowerRight.longitude()).isCloseTo(156.14044, within(6e-6));
        assertThat(MapCorner.of(SceneGrid.kaesong(), 290829.05, 4200719.76).latitude())
                .isCloseTo(37.93, within(1e-6));
    }

    private static int value(Path directory, SimulatedProductName name, String suffix, int column, int row)
            throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(name.id() + "_" + suffix + ".TIF"));
        return new TiffReader(bytes).value(0, column, row);
    }
}
