package org.heatwatch.local;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "scenes",
        description = "Lists what is recorded of a site, and what became of every product that was seen.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  heatwatch scenes --site sites/kaesong.geojson --format json"})
final class ScenesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        try (LocalStore store = options.open()) {
            Ledger ledger = store.ledger();
            Site site = options.site(store);
            String siteId = site.id();
            ScenesReport report = new ScenesReport(
                    siteId,
                    site.presentation().simulated(),
                    ledger.scenes(siteId).stream().map(ScenesReport.Scene::of).toList(),
                    ledger.intake(siteId).stream().map(ScenesReport.Product::of).toList());
            PrintWriter out = spec.commandLine().getOut();
            switch (format) {
                case JSON -> Output.json(out, report);
                case TABLE -> report.print(out);
            }
            return 0;
        }
    }
}
