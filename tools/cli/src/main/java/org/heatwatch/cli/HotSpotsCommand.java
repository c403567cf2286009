package org.heatwatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.Passes;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.Rows;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.output.TableFormat;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "hotspots",
        description = "Lists hot spots, which are detected without the outlines of facilities.",
        footer = {
            "",
            "K m2: excess integrated over area, in effective kelvin times square metres. Scenes of the "
                    + "reference period have no hot spots: the background model is learned from them.",
            "",
            "Examples:",
            "  heatwatch hotspots LC08_116034_20251104 --data data/demo",
            "  heatwatch hotspots --data data/demo --format csv"
        })
final class HotSpotsCommand extends SiteDataCommand {
    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("acquisition"), Rows.components(PassReport.Spot.class), Stream.of("suspect", "simulated"))
            .flatMap(names -> names)
            .toList();

    @Parameters(
            paramLabel = "ACQUISITION",
            arity = "0..1",
            description = "Acquisition, such as LC08_116034_20251104; default: all.")
    private @Nullable String acquisition;

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    void print(SiteSource source, PrintWriter out) {
        PublishedSite published = source.published();
        List<PassReport> passes =
                acquisition == null ? published.passes() : List.of(Passes.find(published, acquisition));
        if (format == TableFormat.TABLE) {
            source.printHead(published, out);
            print(passes, published.site(), out);
            return;
        }
        List<ObjectNode> rows = passes.stream()
                .flatMap(pass -> pass.hotSpots().stream().map(spot -> row(pass, spot, published.isSimulated())))
                .toList();
        new Rows(COLUMNS, rows).print(format, out);
    }

    private static ObjectNode row(PassReport pass, PassReport.Spot spot, boolean isSimulated) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("acquisition", pass.acquisition().id());
        row.setAll(PublishedJson.object(spot));
        return row.put("suspect", pass.isSuspect()).put("simulated", isSimulated);
    }

    /** Prints the hot spots of passes as a table. */
    static void print(List<PassReport> passes, Site site, PrintWriter out) {
        Table table = Table.of(
                "acquisition", "position", ">error", ">z", ">K m2", ">error", "nearest feature", ">distance", "flags");
        passes.forEach(pass -> pass.hotSpots()
                .forEach(spot -> table.row(
                        pass.acquisition().id(),
                        String.format(Locale.ROOT, "%.5f %.5f", spot.latitude(), spot.longitude()),
                        String.format(Locale.ROOT, "\u00b1 %.0f m", spot.positionStandardErrorMetres()),
                        String.format(Locale.ROOT, "%.1f", spot.z()),
                        String.format(Locale.ROOT, "%,.0f", spot.kelvinSquareMetres()),
                        String.format(Locale.ROOT, "\u00b1 %,.0f", spot.kelvinSquareMetresStandardError()),
                        Optional.ofNullable(spot.nearest())
                                .flatMap(site::feature)
                                .map(Feature::label)
                                .orElse(""),
                        spot.nearestMetres() == null ? "" : String.format(Locale.ROOT, "%.0f m", spot.nearestMetres()),
                        pass.isSuspect() ? "unreliable pass" : "")));
        table.print(out);
    }
}
