package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.score.SceneReader;
import org.heatwatch.score.SceneReading;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "sample",
        description =
                "Reads real Landsat pixels that come with the project: what the sensor sampled, the excess of a few places.",
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
        SceneReading reading = SceneReader.read(clip, site);
        out.println("""
                Real pixels of Landsat 8, band 10, 2016-02-09: 5.5 x 2 km at 33.0 S 68.9 W, south of Mendoza, Argentina (U.S.
                Geological Survey, public domain), laid out as the archive lays out its products. The outlines of the sample
                site were drawn on warm and cool spots of this very image: they show how it works and are no news.
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
        throw new CommandFailure("the grid of the shipped pixels was not recovered: the build is broken");
    }
}
