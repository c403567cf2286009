package org.heatwatch.cli;

import java.io.PrintWriter;
import org.heatwatch.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "scenes",
        description = "Lists what is recorded of a site, and what became of every product that was seen.",
        footer = {"", "Example:", "  heatwatch scenes --site sites/kaesong.geojson --format json"})
final class ScenesCommand extends ReadingCommand {
    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Override
    void print(SiteSource source, PrintWriter out) {
        Site site = source.site();
        ScenesReport report = new ScenesReport(
                site.id(),
                site.presentation().simulated(),
                source.ledger().scenes(site.id()).stream()
                        .map(ScenesReport.Scene::of)
                        .toList(),
                source.ledger().intake(site.id()).stream()
                        .map(ScenesReport.Product::of)
                        .toList());
        switch (format) {
            case JSON -> Output.json(out, report);
            case TABLE -> report.print(out);
        }
    }
}
