package org.heatwatch.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables of other programs, in the environment of a process of their own. */
final class ForeignVariablesTest {
    @TempDir
    Path folder;

    /** Prints the coordinate system of a raster. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            byte[] tiff = TiledTiff.small(300, 300).write(Pixels::tile);
            try (RasterDataset raster = RasterDataset.open(new ArrayByteSource("test.tif", tiff))) {
                System.out.println("EPSG " + raster.epsg().orElse(0));
            }
        }
    }

    private String output(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dheatwatch.natives=" + System.getProperty("heatwatch.natives", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    @Test
    void theProjDataOfAnotherProgramAreNotUsed() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("proj.db"), "of another version");
        String data = folder.toString();

        assertThat(output(Map.of("PROJ_DATA", data, "PROJ_LIB", data, "GDAL_DATA", data, "GDAL_DRIVER_PATH", data)))
                .isEqualTo(output(Map.of()))
                .contains("EPSG " + TiledTiff.EPSG);
    }
}
