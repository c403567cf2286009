package org.heatwatch.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.options.PeriodOptions;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.Rows;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.output.TableFormat;
import org.heatwatch.cli.report.ActivityComparison;
import org.heatwatch.cli.report.FacilityChanges;
import org.heatwatch.cli.report.FoundSources;
import org.heatwatch.pictures.ActivityChart;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.source.ActivityQuarter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "activity",
        description =
                "Prints how many buildings were in use in each quarter, with a 90 %% interval; where facilities may "
                        + "have run in the reference period, also how much warmer or cooler they were than in it.",
        footer = {
            "",
            "In use means warmer than in the reference period. The estimate includes buildings too weak to be found. "
                    + "Nothing is known of a quarter without a clear overpass.",
            "",
            "--compare reads a CSV file of two columns, year or date and value, such as a plant's yearly output. The "
                    + "activity index is the total excess over the reference period in K m2: of the facilities where "
                    + "they may have run in that period, else of the heat sources. Values of dates in the same quarter "
                    + "are averaged. Intervals are those of Fisher's transformation, for independent values.",
            "",
            "Examples:",
            "  heatwatch activity --data data/demo",
            "  heatwatch activity --data data/demo -o activity.svg",
            "  heatwatch activity --stack heatwatch --format csv > activity.csv",
            "  heatwatch activity --site sites/gijon-verina.geojson --compare production.csv -o comparison.png"
        })
final class ActivityCommand extends SiteDataCommand {
    private static final List<String> COLUMNS = Stream.concat(
                    Rows.components(ActivityQuarter.class), Stream.of("simulated"))
            .toList();

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Chart to write: .png or .svg.")
    private @Nullable Path output;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Print the correlation of the activity index with the series of a CSV file.")
    private @Nullable Path compared;

    @Override
    void print(SiteSource source, PrintWriter out) {
        boolean isVector = isVector();
        if (compared != null) {
            if (format != TableFormat.TABLE) {
                throw misuse("--compare prints a table only; leave --format out");
            }
            new ActivityComparison(compared, Optional.ofNullable(output), isVector).print(source, out, err());
            return;
        }
        if (source.site().referenceKind().isTwoSided()) {
            if (output != null) {
                throw misuse(
                        "buildings in use can be counted only after an idle reference period, so there is no chart; "
                                + "leave -o out, or give --compare FILE");
            }
            FacilityChanges.print(source, format, out, err());
            return;
        }
        FoundSources found = FoundSources.of(source, new PeriodOptions(), err());
        List<ActivityQuarter> quarters = found.sources().activity();
        if (output != null) {
            Output.write(output, chart(found, quarters, isVector));
            out.println(output);
        } else if (format == TableFormat.TABLE) {
            source.printHead(found.site(), found.asOf(), out);
            print(quarters, out);
        } else {
            boolean isSimulated = found.site().presentation().simulated();
            List<ObjectNode> rows = quarters.stream()
                    .map(quarter -> PublishedJson.object(quarter).put("simulated", isSimulated))
                    .toList();
            new Rows(COLUMNS, rows).print(format, out);
        }
    }

    private boolean isVector() {
        if (output == null) {
            return false;
        }
        String name = output.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".svg")) {
            throw misuse("-o %s: the name must end with .png or .svg".formatted(output));
        }
        return name.endsWith(".svg");
    }

    private static byte[] chart(FoundSources found, List<ActivityQuarter> quarters, boolean isVector) {
        if (quarters.isEmpty()) {
            throw new CommandFailure("site %s: no quarter can be estimated; `heatwatch sources` shows the scenes used"
                    .formatted(found.site().id()));
        }
        String title = "%s, as known at the end of %s".formatted(found.site().name(), found.asOf());
        Optional<String> warning = PublishedSite.disclaimer(found.site());
        return isVector
                ? ActivityChart.svg(quarters, title, warning).getBytes(StandardCharsets.UTF_8)
                : ActivityChart.png(quarters, title, warning);
    }

    private static void print(List<ActivityQuarter> quarters, PrintWriter out) {
        Table table =
                Table.of("quarter", ">overpasses", ">found", ">buildings in use", ">90 % interval", ">K m2", ">error");
        for (ActivityQuarter quarter : quarters) {
            table.row(
                    "%d Q%d".formatted(quarter.from().getYear(), (quarter.from().getMonthValue() + 2) / 3),
                    Integer.toString(quarter.overpasses()),
                    quarter.overpasses() == 0 ? "" : Integer.toString(quarter.found()),
                    number(quarter.buildings(), "unknown"),
                    quarter.buildingsLow() == null || quarter.buildingsHigh() == null
                            ? ""
                            : number(quarter.buildingsLow(), "") + " to " + number(quarter.buildingsHigh(), ""),
                    number(quarter.kelvinSquareMetres(), ""),
                    quarter.kelvinSquareMetresStandardError() == null
                            ? ""
                            : "\u00b1 " + number(quarter.kelvinSquareMetresStandardError(), ""));
        }
        table.print(out);
    }

    private static String number(@Nullable Double value, String unknown) {
        return value == null ? unknown : String.format(Locale.ROOT, "%,.0f", value);
    }
}
