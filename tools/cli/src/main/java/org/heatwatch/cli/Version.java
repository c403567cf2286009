package org.heatwatch.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"heatwatch " + current()};
    }

    static String current() {
        return Objects.requireNonNullElse(HeatWatch.class.getPackage().getImplementationVersion(), "development");
    }
}
