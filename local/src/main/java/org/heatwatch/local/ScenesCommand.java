package org.heatwatch.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.site.SiteFile;
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

    @Option(names = "--site", paramLabel = "FILE", required = true, description = "Site definition (GeoJSON).")
    @SuppressWarnings("NullAway.Init")
    private Path site;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        String siteId = SiteFile.read(site).id();
        try (LocalStore store = LocalStore.open(data.path())) {
            Ledger ledger = store.ledger();
            ScenesReport report = new ScenesReport(
                    siteId,
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
