package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.store.LocalStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** External validators on the API with the data of the demonstration. */
final class JudgedApiIT {
    private static final int NOT_TO_BE_HAD = 75;
    private static final int MINUTES = 6;
    /** Prefix of the reason. */
    private static final String NOT_CHECKED = "not checked: ";

    private static final List<RuntimeException> FAULTS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static LocalStore store;
    private static LocalServer server;

    @BeforeAll
    static void serve() throws IOException {
        store = LocalStore.open(SharedDemo.get().copy(folder));
        HeatWatchApi api = new HeatWatchApi(store.sources(), FAULTS::add);
        server = LocalServer.start(InetAddress.getLoopbackAddress(), 0, api::answer);
    }

    @AfterAll
    static void end() {
        server.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stac", "gdal", "schemathesis"})
    void externalValidatorsAcceptTheApi(String judge) throws IOException, InterruptedException {
        Path program = Installation.file("libraries/api/judges/judge");
        Process process = new ProcessBuilder(
                        "python3", "-B", program.toString(), server.address().toString(), judge)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(said).isTrue();
        assumeFalse(
                process.exitValue() == NOT_TO_BE_HAD && System.getenv("CI") == null,
                () -> "skipped: %s cannot judge the API (%s); run ./heatwatch doctor".formatted(judge, reason(said)));
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(FAULTS).as("failures of ours").isEmpty();
    }

    /** Why the tools are not available, in one line. */
    private static String reason(String said) {
        return said.replaceFirst("(?s).*" + NOT_CHECKED, "").strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
