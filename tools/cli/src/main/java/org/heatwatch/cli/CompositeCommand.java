package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.options.PeriodOptions;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.TableFormat;
import org.heatwatch.cli.report.BuildingMeans;
import org.heatwatch.cli.report.FoundSources;
import org.heatwatch.cli.report.SourceTable;
import org.heatwatch.pictures.CompositePicture;
import org.heatwatch.pictures.CompositeTiff;
import org.heatwatch.pictures.HeatMapPicture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "composite",
        description =
                "Shows the composite of a period: its mean excess over the background model, with standard error.",
        footer = {
            "",
            "Without -o, prints a summary with the strongest heat sources. A GeoTIFF has the excess and its standard "
                    + "error as bands, in effective kelvin, as the sensor sees the ground. --buildings fits the mean "
                    + "excess of every building with a known outline to the composite: many overpasses together show "
                    + "a building in use that is too weak for a single one.",
            "",
            "Examples:",
            "  heatwatch composite --data data/demo -o composite.png",
            "  heatwatch composite --data data/demo --from 2025-01-01 --to 2025-03-31 -o quarter.tif",
            "  heatwatch composite --data data/demo --buildings --format csv > buildings.csv"
        })
final class CompositeCommand extends SiteDataCommand {
    private static final int STRONGEST = 10;

    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write: .png for a picture, .tif for a GeoTIFF.")
    private @Nullable Path output;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description = "Width of a picture in pixels, " + HeatMapPicture.NARROWEST + " to " + HeatMapPicture.WIDEST
                    + "; default: " + HeatMapCommand.DEFAULT_SIZE + ".")
    private int size = HeatMapCommand.DEFAULT_SIZE;

    @Option(
            names = "--buildings",
            description = "Print the mean excess of each building in the period, with standard error.")
    private boolean buildings;

    @Option(names = "--format", description = "Output format of --buildings: ${COMPLETION-CANDIDATES}.")
    private @Nullable TableFormat format;

    private enum FileType {
        NONE,
        PNG,
        TIFF
    }

    @Override
    void print(SiteSource source, PrintWriter out) {
        if (buildings) {
            if (output != null) {
                throw misuse("--buildings prints a table; leave -o out, or redirect the output");
            }
            BuildingMeans.print(source, period, format == null ? TableFormat.TABLE : format, out, err());
            return;
        }
        if (format != null) {
            throw misuse("--format: is for --buildings; -o FILE.tif has the values of the map");
        }
        FileType type = type();
        if (size < HeatMapPicture.NARROWEST || size > HeatMapPicture.WIDEST) {
            throw misuse(
                    "--size %d: must be %d to %d".formatted(size, HeatMapPicture.NARROWEST, HeatMapPicture.WIDEST));
        }
        FoundSources found = FoundSources.of(source, period, err());
        switch (type) {
            case NONE -> printSummary(source, found, out);
            case PNG -> write(CompositePicture.png(found.map(), size), out);
            case TIFF -> write(CompositeTiff.encode(found.map().composite(), found.site()), out);
        }
    }

    private FileType type() {
        if (output == null) {
            return FileType.NONE;
        }
        String name = output.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return FileType.PNG;
        }
        if (name.endsWith(".tif") || name.endsWith(".tiff")) {
            return FileType.TIFF;
        }
        throw misuse("-o %s: the name must end with .png or .tif".formatted(output));
    }

    private void write(byte[] bytes, PrintWriter out) {
        if (output != null) {
            Output.write(output, bytes);
            out.println(output);
        }
    }

    private static void printSummary(SiteSource source, FoundSources found, PrintWriter out) {
        source.printHead(found.site(), found.asOf(), out);
        SourceTable.printHead(found.sources(), out);
        String error = found.map()
                .medianError()
                .map(kelvin -> String.format(Locale.ROOT, "%.2f K", kelvin))
                .orElse("unknown");
        out.printf(
                Locale.ROOT,
                "median standard error: %s; %.0f %% of the area is known%n",
                error,
                100 * found.map().knownShare());
        SourceTable.printCount(found.map().sources(), out);
        if (!found.map().sources().isEmpty()) {
            out.println();
            SourceTable.print(found.map().sources(), found.site(), STRONGEST, out);
        }
    }
}
