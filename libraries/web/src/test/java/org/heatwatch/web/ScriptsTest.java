package org.heatwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs the tests of the scripts, src/test/js, on Node. */
final class ScriptsTest {

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return start("node", "--version").waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theTestsOfTheScriptsPass() throws IOException, InterruptedException {
        assumeTrue(
                hasNode() || System.getenv("CI") != null,
                "skipped: tests of the pages' scripts need Node 20 or newer; run ./heatwatch doctor");
        Process tests = start("node", "--test", "--test-reporter=spec", "src/test/js/");
        String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tests.waitFor()).as(output).isZero();
        assertThat(output).as("it ran the tests").containsPattern("pass [1-9]");
    }
}
