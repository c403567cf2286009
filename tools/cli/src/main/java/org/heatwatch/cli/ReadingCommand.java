package org.heatwatch.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;

/** A command that prints what is known of a site, here or in a deployed stack. */
abstract class ReadingCommand extends HeatWatchCommand {
    @Mixin
    private final SiteOptions options = new SiteOptions();

    @Override
    public final Integer call() {
        try (SiteSource source = options.open()) {
            print(source, out());
            out().flush();
            return 0;
        }
    }

    abstract void print(SiteSource source, PrintWriter out);
}
