package org.heatwatch.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heatwatch.local.store.LocalStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes what is known of a site for other programs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "csv: every look at every facility and control, for spreadsheets. geojson: outlines with their state now, and the",
            "hot spots of the latest pass that was seen, for QGIS and web maps.",
            "",
            "Examples:",
            "  heatwatch export --data data/demo --format geojson -o kaesong.geojson",
            "  heatwatch export --data data/demo --format csv -o looks.csv"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Form format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write; default: standard output.")
    private @Nullable Path output;

    private enum Form {
        CSV,
        GEOJSON
    }

    @Override
    public Integer call() {
        try (LocalStore store = options.open()) {
            ToldSite told = ToldSite.of(options.site(store), store);
            StringWriter text = new StringWriter();
            switch (format) {
                case CSV ->
                    CsvOutput.print(
                            text,
                            LookRow.COLUMNS,
                            HistoryCommand.watched(told).stream()
                                    .flatMap(roof -> LookRow.of(
                                            roof, told.site().presentation().simulated())
                                            .stream())
                                    .map(LookRow::cells)
                                    .toList());
                case GEOJSON -> Output.json(new PrintWriter(text, true), StandingGeoJson.of(told));
            }
            if (output == null) {
                spec.commandLine().getOut().print(text);
                spec.commandLine().getOut().flush();
            } else {
                Output.write(output, text.toString().getBytes(StandardCharsets.UTF_8));
                spec.commandLine().getOut().println(output);
            }
            return 0;
        }
    }
}
