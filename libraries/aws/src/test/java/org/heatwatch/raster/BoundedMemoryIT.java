package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.heatwatch.landsat.ProductId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files whose headers ask for gigabytes are refused in a process of its own, which has a small heap and whose resident
 * memory, with that of GDAL, is measured by the kernel.
 */
@EnabledOnOs(OS.LINUX)
final class BoundedMemoryIT {
    private static final long LARGEST_KILOBYTES = 512 * 1024;
    private static final long LONGEST_SECONDS = 5;

    @TempDir
    private static Path folder;

    private static SimulatedArchive archive;
    private static Path site;

    @BeforeAll
    static void publish() throws IOException {
        archive = new SimulatedArchive(folder.resolve("bucket"));
        site = Files.writeString(folder.resolve("site.geojson"), """
                {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
                 "bounds": [126.617, 37.928, 126.623, 37.932],
                 "features": []}
                """);
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("65,535 values in each pixel", TiffTags.SAMPLES, 65_535.0, "values in each pixel"),
                Arguments.of("a tile of 4 thousand million pixels", TiffTags.TILE_WIDTH, 4e9, "tiles of"),
                Arguments.of("an image of 4 thousand million columns", TiffTags.WIDTH, 4e9, "pixels"),
                Arguments.of("tiles of a gigabyte", TiffTags.TILE_BYTES, 1e9, "a tile of"),
                Arguments.of("pixels of 64 bits", TiffTags.BITS, 64.0, "64 bits"),
                Arguments.of("pixels of a centimetre", TiffTags.PIXEL_SCALE, 0.01, "0.01 x 0.01 m"),
                Arguments.of("pixels of a metre", TiffTags.PIXEL_SCALE, 1.0, "1.0 x 1.0 m"),
                Arguments.of("pixels of no size", TiffTags.PIXEL_SCALE, Double.NaN, ""));
    }

    private record Run(String output) {
        private long number(String name) {
            return output.lines()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        }

        long kilobytes() {
            return number("VmHWM");
        }

        /** Processor time, which other programs of the machine do not change. */
        double seconds() {
            return number("milliseconds") / 1000.0;
        }
    }

    private static Run read(Path product) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dheatwatch.natives=" + System.getProperty("heatwatch.natives", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileReader.class.getName(),
                        product.toString(),
                        site.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(output);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void aHeaderThatAsksForGigabytesIsRefused(String name, int tag, double value, String problem)
            throws IOException, InterruptedException {
        ProductId product = archive.products().getFirst();
        Path band = archive.folder(product).resolve(product.fileName("B10.TIF"));
        byte[] whole = Files.readAllBytes(band);
        try {
            Files.write(band, new TiffTags(whole).with(tag, value).file());
            Run run = read(archive.folder(product));
            assertThat(run.output()).startsWith("refused: ").contains(product.id(), problem);
            assertThat(run.kilobytes()).as(run.output()).isLessThan(LARGEST_KILOBYTES);
            assertThat(run.seconds()).as(run.output()).isLessThan(LONGEST_SECONDS);
        } finally {
            Files.write(band, whole);
        }
    }
}
