package org.heatwatch.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A bounded number of inputs for each target; docs/security.md says how to run a fuzzer for longer. */
final class FuzzTargetsTest {
    private static final int INPUTS = 3000;
    private static final Path ROOT = Path.of(System.getProperty("heatwatch.root", "."));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> files(Path folder, String ending) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }

    /** Seeds, and what Jazzer has kept of its longer runs. */
    private static List<byte[]> withKept(String target, List<byte[]> seeds) throws IOException {
        List<byte[]> all = new ArrayList<>(seeds);
        all.addAll(files(Path.of("src/test/resources/fuzz", target), ""));
        return all;
    }

    private static final String TEXT_FORM = """
            GROUP = LANDSAT_METADATA_FILE
              GROUP = PRODUCT_CONTENTS
                LANDSAT_PRODUCT_ID = "LC08_L1TP_116034_20251104_20251118_02_T1"
              END_GROUP = PRODUCT_CONTENTS
              GROUP = IMAGE_ATTRIBUTES
                SPACECRAFT_ID = "LANDSAT_8"
                DATE_ACQUIRED = 2025-11-04
                SCENE_CENTER_TIME = "02:11:11.7640000Z"
                SUN_ELEVATION = 26.06316445
              END_GROUP = IMAGE_ATTRIBUTES
              GROUP = PROJECTION_ATTRIBUTES
                MAP_PROJECTION = "UTM"
                UTM_ZONE = 52
              END_GROUP = PROJECTION_ATTRIBUTES
              GROUP = LEVEL1_RADIOMETRIC_RESCALING
                RADIANCE_MULT_BAND_10 = 3.3420E-04
                RADIANCE_ADD_BAND_10 = 0.10000
              END_GROUP = LEVEL1_RADIOMETRIC_RESCALING
              GROUP = LEVEL1_THERMAL_CONSTANTS
                K1_CONSTANT_BAND_10 = 774.8853
                K2_CONSTANT_BAND_10 = 1321.0789
              END_GROUP = LEVEL1_THERMAL_CONSTANTS
            END_GROUP = LANDSAT_METADATA_FILE
            END
            """;

    private static String jsonForm() {
        return "{"
                + TEXT_FORM
                        .strip()
                        .replaceAll("END_GROUP = .*|END$", "},")
                        .replaceAll("GROUP = (\\w+)", "\"$1\": {")
                        .replaceAll("(\\w+) = \"?([^\"\\n]*)\"?", "\"$1\": \"$2\",")
                        .replaceAll(",\\s*}", "}")
                        .replaceAll(",\\s*},?\\s*$", "}")
                + "}";
    }

    static Stream<Arguments> targets() throws IOException {
        Consumer<byte[]> notification = NotificationFuzz::fuzzerTestOneInput;
        Consumer<byte[]> name = ProductNameFuzz::fuzzerTestOneInput;
        Consumer<byte[]> metadata = MetadataFuzz::fuzzerTestOneInput;
        Consumer<byte[]> site = SiteFuzz::fuzzerTestOneInput;
        return Stream.of(
                Arguments.of(
                        "notifications",
                        notification,
                        withKept("NotificationFuzz", files(ROOT.resolve("events"), ".json"))),
                Arguments.of("product ids", name, withKept("ProductNameFuzz", List.of())),
                Arguments.of(
                        "metadata", metadata, withKept("MetadataFuzz", List.of(bytes(TEXT_FORM), bytes(jsonForm())))),
                Arguments.of("site definitions", site, withKept("SiteFuzz", files(ROOT.resolve("sites"), ".geojson"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void everyInputIsAnsweredOrRefused(String name, Consumer<byte[]> target, List<byte[]> seeds) {
        seeds.forEach(target);
        Mutations mutations = new Mutations(name.hashCode());
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutations.of(seeds);
            assertThatCode(() -> target.accept(input))
                    .as("input %d of %s: %s", i, name, new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }
}
