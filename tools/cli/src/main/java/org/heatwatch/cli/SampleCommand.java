package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.heatwatch.cli.demo.RealProduct;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.report.GridPicture;
import org.heatwatch.cli.report.Inspection;
import org.heatwatch.cli.report.SceneReport;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.score.SceneMeasurement;
import org.heatwatch.score.SceneMeasurer;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "sample",
        description = "Processes real Landsat pixels that come with the project: native samples, and excess of places.",
        footer = {"", "Example:", "  heatwatch sample --data /tmp/heatwatch"})
final class SampleCommand extends HeatWatchCommand {
    @Mixin
    private final DataFolder data = new DataFolder();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        Path folder = data.path().resolve("sample");
        Path directory = RealProduct.write(folder.resolve("usgs-landsat"));
        Site site = SiteFile.read(Installation.file("sites/mendoza.geojson"));
        DirectoryProduct files = DirectoryProduct.in(directory);
        Clip clip = Product.open(files).clip(site);
        SceneMeasurement reading = SceneMeasurer.measure(clip, site);
        out.println("""
                Real pixels of Landsat 8, band 10, 2016-02-09: 5.5 x 2 km at 33.0 S 68.9 W, south of Mendoza, Argentina
                (U.S. Geological Survey, public domain), in the layout of the archive. The outlines of the sample site
                were drawn on warm and cool spots of this image: they show how the method works and are not a finding.
                """);
        out.println("heatwatch inspect " + directory + " --site sites/mendoza.geojson");
        InspectCommand.print(Inspection.of(files, Optional.of(site)), out);
        out.println();
        out.println("heatwatch score " + directory + " --site sites/mendoza.geojson");
        SceneReport.of(reading, clip, site).print(out);
        out.println();
        if (reading.recovery() instanceof Recovery.Resolved resolved) {
            Path picture = folder.resolve("samples.png");
            Files.write(picture, GridPicture.png(clip, resolved));
            out.println("picture  " + picture);
            return 0;
        }
        throw new CommandFailure(
                "the sampling grid of the bundled pixels was not recovered; this is a bug, please report it");
    }
}
