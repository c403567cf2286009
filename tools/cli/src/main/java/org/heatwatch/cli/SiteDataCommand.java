package org.heatwatch.cli;

import java.io.PrintWriter;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.options.SiteOptions;
import picocli.CommandLine.Mixin;

/** Base of commands that print data of a site, from the local store or from a deployed stack. */
abstract class SiteDataCommand extends HeatWatchCommand {
    @Mixin
    private final SiteOptions options = new SiteOptions();

    @Override
    public final Integer call() {
        try (SiteSource source = options.open()) {
            source.remark().ifPresent(remark -> err().println("heatwatch: " + remark));
            print(source, out());
            out().flush();
            return 0;
        }
    }

    abstract void print(SiteSource source, PrintWriter out);
}
