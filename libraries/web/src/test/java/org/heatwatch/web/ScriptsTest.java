package org.heatwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Runs the tests of the scripts (src/test/js) and ESLint. Skipped without Node or npm, except in continuous
 * integration.
 */
final class ScriptsTest {
    private record Result(int exitCode, String output) {}

    private static Result run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static boolean isAvailable(String tool) throws InterruptedException {
        try {
            return run(tool, "--version").exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isContinuousIntegration() {
        return System.getenv("CI") != null;
    }

    /** Runs {@code npm ci}, unless the installed packages are newer than the lock file. */
    private static void installEslint() throws IOException, InterruptedException {
        Path installed = Path.of("node_modules/.package-lock.json");
        Path lock = Path.of("package-lock.json");
        if (Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) > 0) {
            return;
        }
        Result result = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");
        assumeTrue(
                isContinuousIntegration() || result.exitCode() == 0,
                () -> "skipped: npm ci could not install ESLint: " + result.output());
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void theTestsOfTheScriptsPass() throws IOException, InterruptedException {
        assumeTrue(
                isContinuousIntegration() || isAvailable("node"),
                "skipped: the tests of the scripts need Node 20 or newer; run ./heatwatch doctor");
        Result tests = run("node", "--test", "--test-reporter=spec", "src/test/js/");
        assertThat(tests.exitCode()).as(tests.output()).isZero();
        assertThat(tests.output()).as("it ran the tests").containsPattern("pass [1-9]");
    }

    @Test
    void eslintFindsNoProblem() throws IOException, InterruptedException {
        assumeTrue(
                isContinuousIntegration() || (isAvailable("node") && isAvailable("npm")),
                "skipped: ESLint needs Node 20.19 or newer and npm; run ./heatwatch doctor");
        installEslint();
        Result lint = run("npm", "run", "--silent", "lint");
        assertThat(lint.exitCode()).as(lint.output()).isZero();
    }
}
