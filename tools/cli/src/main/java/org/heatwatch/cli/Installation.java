package org.heatwatch.cli;

import java.nio.file.Path;

/** Where the files that come with the project lie. */
final class Installation {
    private Installation() {}

    /** A file of the project; the launcher says where the project is. */
    static Path file(String relative) {
        return Path.of(System.getProperty("heatwatch.root", ".")).resolve(relative);
    }
}
