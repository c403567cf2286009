package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.output.Format;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.report.SceneReport;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.score.SceneMeasurer;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "score",
        description = "Estimates the excess of every facility of a site from one product, without a store.",
        footer = {
            "",
            "A single scene cannot distinguish a warm building from a running factory: the error only "
                    + "covers the background scatter, and each observation has the flag `no idle history`. The "
                    + "excess is in effective kelvin: the uniform excess of the whole footprint over its "
                    + "surroundings that explains the measured heat.",
            "",
            "Example:",
            "  heatwatch score LC08_L1TP_116034_20251104_20251111_02_T1 --site sites/kaesong.geojson --format json"
        })
final class ScoreCommand extends HeatWatchCommand {
    @Parameters(paramLabel = "PRODUCT_DIR", description = "Folder with the product's _MTL and .TIF files.")
    @SuppressWarnings("NullAway.Init")
    private Path product;

    @Option(names = "--site", paramLabel = "FILE", required = true, description = "Site definition (GeoJSON).")
    @SuppressWarnings("NullAway.Init")
    private Path site;

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        SiteDefinitions.requireFile(site);
        Site watched = SiteFile.read(site);
        Clip clip = Product.open(DirectoryProduct.in(product)).clip(watched);
        SceneReport report = SceneReport.of(SceneMeasurer.measure(clip, watched), clip, watched);
        PrintWriter out = out();
        switch (format) {
            case JSON -> Output.json(out, report);
            case TABLE -> report.print(out);
        }
        return 0;
    }
}
