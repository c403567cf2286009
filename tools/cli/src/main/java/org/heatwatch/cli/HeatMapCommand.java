package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.heatwatch.api.FileNames;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.Passes;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.Output;
import org.heatwatch.pictures.HeatMap;
import org.heatwatch.pictures.HeatMapAnimation;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.publication.PassReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "heatmap",
        description = "Draws a heat map of a pass, or of all passes of a period as a moving picture: excess over the "
                + "background model, outlines, states and hot spots.",
        footer = {
            "",
            "In a moving picture, all frames have the same colour scale. It leaves out passes that could not be "
                    + "compared with the background model, and unreliable ones.",
            "",
            "Examples:",
            "  heatwatch heatmap LC08_116034_20251104 -o map.png --data data/demo",
            "  heatwatch heatmap --from 2025-06-01 --to 2025-11-04 -o period.gif --data data/demo"
        })
final class HeatMapCommand extends SiteDataCommand {
    static final int DEFAULT_SIZE = 1800;
    private static final int DEFAULT_FRAME_SIZE = 900;

    @Parameters(
            arity = "0..1",
            paramLabel = "ACQUISITION",
            description = "Acquisition, such as LC08_116034_20251104, or the day of a pass, such as 2025-11-04; "
                    + "`heatwatch scenes` lists them.")
    private @Nullable String acquisition;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of a moving picture.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of a moving picture; default: the present day.")
    private @Nullable LocalDate to;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description =
                    "File to write, .png or for a moving picture .gif, or a folder, in which the file is named after "
                            + "site and acquisition or days.")
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
                    + "; default: " + DEFAULT_SIZE + ", for a moving picture " + DEFAULT_FRAME_SIZE + ".")
    private @Nullable Integer size;

    @Override
    void print(SiteSource source, PrintWriter out) {
        boolean isPeriod = from != null || to != null;
        if ((acquisition == null) != isPeriod) {
            throw misuse("give an ACQUISITION for a picture, or --from DAY for a moving picture of a period");
        }
        if (acquisition == null) {
            moving(source, out);
        } else {
            still(source, acquisition, out);
        }
    }

    private void still(SiteSource source, String id, PrintWriter out) {
        int width = width(DEFAULT_SIZE);
        PublishedSite published = source.published();
        PassReport pass = Passes.find(published, id);
        HeatMap map = published.heatMap(pass);
        String name = FileNames.of(published, pass.acquisition().id() + "_heatmap" + suffix(), ".png");
        out.println(Output.write(output, name, HeatMapPicture.png(map, quantity, width)));
    }

    private void moving(SiteSource source, PrintWriter out) {
        int width = width(DEFAULT_FRAME_SIZE);
        if (!Files.isDirectory(output)
                && !output.toString().toLowerCase(Locale.ROOT).endsWith(".gif")) {
            throw misuse("-o %s: the name of a moving picture must end with .gif".formatted(output));
        }
        PublishedSite published = source.published();
        List<PassReport> passes = Passes.between(published, from, to);
        List<HeatMap> maps = passes.stream()
                .filter(pass -> !pass.isSuspect())
                .map(published::heatMap)
                .filter(map -> !map.cells().isEmpty())
                .toList();
        if (maps.isEmpty() || maps.size() > HeatMapAnimation.MOST_FRAMES) {
            throw new CommandFailure("site %s: %d of %d passes of the period can be shown, and 1 to %d can be; "
                            .formatted(published.site().id(), maps.size(), passes.size(), HeatMapAnimation.MOST_FRAMES)
                    + "choose other days with --from and --to");
        }
        String days = "%s_%s"
                .formatted(
                        maps.getFirst().pass().acquisition().date(),
                        maps.getLast().pass().acquisition().date());
        byte[] gif = HeatMapAnimation.gif(maps, quantity, width);
        Path file = Output.write(output, FileNames.of(published, "heatmaps_" + days + suffix(), ".gif"), gif);
        out.printf(
                Locale.ROOT,
                "%s: %d frames; %d passes of the period are left out%n",
                file,
                maps.size(),
                passes.size() - maps.size());
    }

    private String suffix() {
        return quantity == HeatMapPicture.Quantity.Z ? "_z" : "";
    }

    private int width(int otherwise) {
        int width = size == null ? otherwise : size;
        if (width < HeatMapPicture.NARROWEST || width > HeatMapPicture.WIDEST) {
            throw misuse(
                    "--size %d: must be %d to %d".formatted(width, HeatMapPicture.NARROWEST, HeatMapPicture.WIDEST));
        }
        return width;
    }
}
