package org.heatwatch.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --data}: the folder of the local store. */
public final class DataFolder {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the local store; default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("data");

    public Path path() {
        return folder;
    }
}
