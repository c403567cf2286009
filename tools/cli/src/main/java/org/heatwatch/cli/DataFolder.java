package org.heatwatch.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder that holds a person's own store. */
final class DataFolder {
    @Option(names = "--data", paramLabel = "DIR", description = "Where the local store lies; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("data");

    Path path() {
        return folder;
    }
}
