package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.Format;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.report.ScenesReport;
import org.heatwatch.history.BestProducts;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Overpass;
import org.heatwatch.ledger.SceneRecord;
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
        List<SceneRecord> scenes = source.ledger().scenes(site.id());
        Map<Overpass, Acquisition> used = used(source, scenes);
        ScenesReport report = new ScenesReport(
                site.id(),
                site.presentation().simulated(),
                scenes.stream()
                        .map(scene -> ScenesReport.Scene.of(
                                scene, used.getOrDefault(scene.acquisition().overpass(), scene.acquisition())))
                        .toList(),
                source.ledger().intake(site.id()).stream()
                        .map(ScenesReport.Product::of)
                        .toList());
        switch (format) {
            case JSON -> Output.json(out, report);
            case TABLE -> report.print(out);
        }
    }

    /** The acquisition that is used of each overpass; empty, without reading samples, if no overpass has several. */
    private static Map<Overpass, Acquisition> used(SiteSource source, List<SceneRecord> scenes) {
        long overpasses = scenes.stream()
                .map(scene -> scene.acquisition().overpass())
                .distinct()
                .count();
        if (overpasses == scenes.size()) {
            return Map.of();
        }
        Site site = source.site();
        return BestProducts.of(site, source.ledger().sampledScenes(site.id())).stream()
                .map(scene -> scene.scene().acquisition())
                .collect(Collectors.toMap(Acquisition::overpass, acquisition -> acquisition));
    }
}
