package org.heatwatch.cli;

import java.io.PrintWriter;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.Format;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.report.ScenesReport;
import org.heatwatch.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "scenes",
        description = "Lists the recorded acquisitions of a site, and the outcome of each of its products.",
        footer = {"", "Example:", "  heatwatch scenes --site sites/kaesong.geojson --format json"})
final class ScenesCommand extends SiteDataCommand {
    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
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
