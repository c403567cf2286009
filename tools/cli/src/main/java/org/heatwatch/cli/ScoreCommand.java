package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.score.SceneReader;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "score",
        description = "Reads the excess of every facility of a site from one product, without any database.",
        footer = {
            "",
            "One scene alone cannot tell a warm roof from a running factory: the error is that of the ground's clutter, and",
            "each reading says `no idle history`. The excess is in effective kelvin: as if the whole roof were that much",
            "warmer than its surroundings lead to expect.",
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

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        Site watched = SiteFile.read(site);
        Clip clip = Product.open(DirectoryProduct.in(product)).clip(watched);
        SceneReport report = SceneReport.of(SceneReader.read(clip, watched), clip, watched);
        PrintWriter out = out();
        switch (format) {
            case JSON -> Output.json(out, report);
            case TABLE -> report.print(out);
        }
        return 0;
    }
}
