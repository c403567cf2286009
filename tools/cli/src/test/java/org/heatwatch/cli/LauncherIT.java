package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The launcher, in a process of its own. */
final class LauncherIT {
    private static final int TIMEOUT_SECONDS = 60;

    @Test
    void anUnknownOptionOfBenchIsAUsageErrorThatNamesAll() throws IOException, InterruptedException {
        Process launcher = new ProcessBuilder(Installation.file("heatwatch").toString(), "bench", "--unknown")
                .redirectErrorStream(true)
                .start();
        String output = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launcher.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).as(output).isEqualTo(HeatWatch.USAGE);
        assertThat(output.lines())
                .allSatisfy(line -> assertThat(line).startsWith("./heatwatch bench "))
                .anySatisfy(line -> assertThat(line).contains("--jmh"))
                .anySatisfy(line -> assertThat(line).contains("comparison with an analyst's script"));
    }
}
