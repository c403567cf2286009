package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.heatwatch.raster.GdalSelfTest;
import org.junit.jupiter.api.Test;

final class SelfTestTest {
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final EventLog log = new EventLog(
            new PrintStream(lines, true, StandardCharsets.UTF_8), InstantSource.system(), () -> "heatwatch");

    private static SelfTest failing() {
        return new SelfTest().with("table", () -> "can be read").with("gdal", () -> {
            throw new UnsatisfiedLinkError("no libgdal");
        });
    }

    @Test
    void aFailedCheckDoesNotKeepTheOthersFromBeingPerformed() {
        assertThat(failing().with("code", () -> "1").result())
                .containsEntry("selfTest", "failed")
                .containsEntry("checks", Map.of("table", "can be read", "code", "1"))
                .containsEntry("failures", Map.of("gdal", "UnsatisfiedLinkError: no libgdal"));
        assertThat(new SelfTest().with("code", () -> "1").result()).containsEntry("selfTest", "passed");
    }

    @Test
    void anEventWithTheMemberIsAnsweredAndLoggedInsteadOfBeingProcessed() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        assertThat(Invocation.read(
                        new ByteArrayInputStream("{\"selfTest\": true}".getBytes(StandardCharsets.UTF_8)),
                        output,
                        SelfTestTest::failing,
                        log))
                .isEmpty();
        assertThat(output.toString(StandardCharsets.UTF_8)).startsWith("{\"selfTest\":\"failed\"");
        assertThat(lines.toString(StandardCharsets.UTF_8)).contains("UnsatisfiedLinkError: no libgdal");
    }

    @Test
    void gdalDecodesTheTile() {
        assertThat(GdalSelfTest.version()).contains("decoded a tile of 16 x 16 pixels");
    }
}
