package org.heatwatch.local;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command needs that takes products in: an archive, a site, and where to keep what was read. */
final class IntakeOptions {
    @Option(
            names = "--archive",
            paramLabel = "DIR",
            required = true,
            description = "Folder laid out as the Landsat bucket; it is only read.")
    @SuppressWarnings("NullAway.Init")
    private Path archive;

    @Option(names = "--site", paramLabel = "FILE", required = true, description = "Site definition (GeoJSON).")
    @SuppressWarnings("NullAway.Init")
    private Path site;

    @Mixin
    private final DataFolder data = new DataFolder();

    Path archive() {
        return archive;
    }

    Path site() {
        return site;
    }

    Path data() {
        return data.path();
    }
}
