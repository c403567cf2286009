package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleTest {

    @TempDir
    private Path data;

    @Test
    void theSampleHasRealPixelsAndDrawsThem() throws IOException {
        CommandLineRun run = CommandLineRun.of("sample", "--data", data);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("resolved: rotation 13.0", "warm-south-two", "no idle history");
        BufferedImage picture = ImageIO.read(data.resolve("sample/samples.png").toFile());
        assertThat(picture.getWidth()).isGreaterThan(1000);
    }

    @Test
    void doctorFindsTheRequirementsOfTheCommands() {
        CommandLineRun run = CommandLineRun.of("doctor", "--data", data);

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("JDK", "GDAL", "data", "Docker", "LocalStack", "Chromium", "ogrinfo", "API judges");
    }

    @Test
    void theHelpOfEveryCommandHasAnExample() {
        for (String command : new String[] {
            "doctor",
            "demo",
            "sample",
            "inspect",
            "score",
            "history",
            "hotspots",
            "alerts",
            "heatmap",
            "export",
            "serve"
        }) {
            assertThat(CommandLineRun.of(command, "--help").out()).contains("Example", "  heatwatch " + command);
        }
    }
}
