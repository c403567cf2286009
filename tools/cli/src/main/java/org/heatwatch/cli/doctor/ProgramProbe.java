package org.heatwatch.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds programs on the path and runs them.
 *
 * @param environment environment variables; {@code PATH} lists the folders of programs
 * @param timeoutSeconds time after which a program is stopped
 */
public record ProgramProbe(Map<String, String> environment, int timeoutSeconds) {

    /**
     * The result of a program.
     *
     * @param works whether it ended in time with exit code 0
     * @param text the last line that it printed; empty without output
     */
    public record Answer(boolean works, String text) {
        private static final Answer NONE = new Answer(false, "");
    }

    /** The first program of a name on the path; empty if there is none. */
    public Optional<Path> find(String name) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Runs a program; returns a failed answer if it cannot be run. */
    public Answer run(Path program, String... arguments) {
        Path output = null;
        try {
            // A file and not a pipe: reading a pipe would block if the program hangs.
            output = Files.createTempFile("heatwatch-doctor", ".txt");
            Process process = process(program, arguments, output).start();
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return Answer.NONE;
            }
            List<String> lines = Files.readString(output).strip().lines().toList();
            return new Answer(process.exitValue() == 0, lines.isEmpty() ? "" : lines.getLast());
        } catch (IOException e) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        } finally {
            delete(output);
        }
    }

    private ProcessBuilder process(Path program, String[] arguments, Path output) {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
