package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.api.KnownSite;
import org.heatwatch.cli.serve.LocalServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebook of the documentation runs against the API, in Jupyter. */
final class NotebookIT {
    private static final int UNAVAILABLE = 75;
    private static final int MINUTES = 6;

    @TempDir
    private Path folder;

    @Test
    void theNotebookPlotsAnExcessWithItsError() throws IOException, InterruptedException {
        List<RuntimeException> faults = new ArrayList<>();
        HeatWatchApi api =
                new HeatWatchApi(new KnownSite("here", "Factory", 3).publish(60).sources(), faults::add);
        Path output = folder.resolve("excess.ipynb");
        try (LocalServer server = LocalServer.start(InetAddress.getLoopbackAddress(), 0, api::answer)) {
            Process process = new ProcessBuilder(
                            "python3",
                            "-B",
                            Installation.file("docs/notebooks/run").toString(),
                            server.address().toString(),
                            Installation.file("docs/notebooks/excess.ipynb").toString(),
                            output.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(said).isTrue();
            assumeFalse(
                    process.exitValue() == UNAVAILABLE && System.getenv("CI") == null,
                    () -> "skipped: Jupyter cannot run the notebook: " + said);
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said).containsPattern("Factory 1: \\+4\\.\\d ± 0\\.6 K, mean of 2 observations");
        }
        assertThat(Files.readString(output)).contains("image/png");
        assertThat(faults).isEmpty();
    }
}
