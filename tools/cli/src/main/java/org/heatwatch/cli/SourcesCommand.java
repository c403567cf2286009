package org.heatwatch.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.options.PeriodOptions;
import org.heatwatch.cli.output.Rows;
import org.heatwatch.cli.output.TableFormat;
import org.heatwatch.cli.report.FoundSources;
import org.heatwatch.cli.report.SourceTable;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.source.HeatSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sources",
        description = "Lists heat sources: places that were warmer than in the reference period over many overpasses, "
                + "found without outlines.",
        footer = {
            "",
            "K m2: mean excess of the period times its area, in effective kelvin times square metres. Sources that "
                    + "ended are included. JSON has the evidence for activity of each source, as opposed to a new "
                    + "surface. Without a period, the published result is printed if it is up to date.",
            "",
            "Examples:",
            "  heatwatch sources --data data/demo",
            "  heatwatch sources --data data/demo --from 2025-01-01 --to 2025-06-30 --format json",
            "  heatwatch sources --stack heatwatch --format csv > sources.csv"
        })
final class SourcesCommand extends SiteDataCommand {
    private static final String EVIDENCE = "evidence";

    private static final List<String> COLUMNS = Stream.concat(Rows.components(HeatSource.class), Stream.of("simulated"))
            .toList();

    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    void print(SiteSource source, PrintWriter out) {
        FoundSources found = FoundSources.of(source, period, err());
        List<HeatSource> sources = found.sources().sources();
        if (format != TableFormat.TABLE) {
            boolean isSimulated = found.site().presentation().simulated();
            new Rows(COLUMNS, sources.stream().map(one -> row(one, isSimulated)).toList()).print(format, out);
            return;
        }
        source.printHead(found.site(), found.asOf(), out);
        SourceTable.printHead(found.sources(), out);
        SourceTable.printCount(sources, out);
        if (!sources.isEmpty()) {
            out.println();
            SourceTable.print(sources, found.site(), sources.size(), out);
        }
    }

    private ObjectNode row(HeatSource source, boolean isSimulated) {
        ObjectNode row = PublishedJson.object(source);
        if (format == TableFormat.CSV) {
            row.put(
                    EVIDENCE,
                    source.evidence().tests().stream()
                            .map(test -> PublishedJson.text(test.kind()) + ": " + PublishedJson.text(test.verdict()))
                            .collect(Collectors.joining("; ")));
        }
        return row.put("simulated", isSimulated);
    }
}
