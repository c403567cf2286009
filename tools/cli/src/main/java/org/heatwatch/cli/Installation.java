package org.heatwatch.cli;

import java.nio.file.Path;

/** Locates files of the project, such as site definitions. */
public final class Installation {
    private Installation() {}

    /**
     * The path of a file of the project, in the folder that the launcher sets as system property {@code
     * heatwatch.root}.
     */
    public static Path file(String relative) {
        return Path.of(System.getProperty("heatwatch.root", ".")).resolve(relative);
    }
}
