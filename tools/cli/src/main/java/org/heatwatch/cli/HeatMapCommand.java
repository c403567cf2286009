package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.heatwatch.api.FileNames;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.Passes;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.Output;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.publication.PassReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "heatmap",
        description = "Draws a heat map of a pass: excess over the background model, outlines, states and hot spots.",
        footer = {"", "Example:", "  heatwatch heatmap LC08_116034_20251104 -o map.png --data data/demo"})
final class HeatMapCommand extends SiteDataCommand {
    static final int DEFAULT_SIZE = 1800;

    @Parameters(
            paramLabel = "ACQUISITION",
            description = "Acquisition, such as LC08_116034_20251104, or the day of a pass, such as 2025-11-04; "
                    + "`heatwatch scenes` lists them.")
    @SuppressWarnings("NullAway.Init")
    private String acquisition;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "PNG file to write, or a folder, in which the file is named after site and acquisition.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--quantity",
            description = "EXCESS: effective kelvin; Z: excess divided by the background scatter; default: EXCESS.")
    private HeatMapPicture.Quantity quantity = HeatMapPicture.Quantity.EXCESS;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description = "Width in pixels, " + HeatMapPicture.NARROWEST + " to " + HeatMapPicture.WIDEST
                    + "; default: " + DEFAULT_SIZE + ".")
    private int size = DEFAULT_SIZE;

    @Override
    void print(SiteSource source, PrintWriter out) {
        int width = size();
        PublishedSite published = source.published();
        PassReport pass = Passes.find(published, acquisition);
        HeatMap map = published.heatMap(pass);
        String suffix = quantity == HeatMapPicture.Quantity.Z ? "_z" : "";
        String name = FileNames.of(published, pass.acquisition().id() + "_heatmap" + suffix, ".png");
        out.println(Output.write(output, name, HeatMapPicture.png(map, quantity, width)));
    }

    private int size() {
        if (size < HeatMapPicture.NARROWEST || size > HeatMapPicture.WIDEST) {
            throw misuse(
                    "--size %d: must be %d to %d".formatted(size, HeatMapPicture.NARROWEST, HeatMapPicture.WIDEST));
        }
        return size;
    }
}
