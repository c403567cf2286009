package org.heatwatch.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the manifest of the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }

    /** What {@code --version} prints. */
    static String line() {
        return "heatwatch " + current();
    }

    /** The version, or "development" outside the jar. */
    static String current() {
        return Objects.requireNonNullElse(HeatWatch.class.getPackage().getImplementationVersion(), "development");
    }
}
