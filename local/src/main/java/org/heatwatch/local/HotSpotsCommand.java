package org.heatwatch.local;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.local.store.LocalStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "hotspots",
        description = "Lists hot places that were found without any outline.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "K m2: excess times area, in effective kelvin times square metres. Scenes of the dormant years have no hot spots:",
            "they are what the others are compared with.",
            "",
            "Examples:",
            "  heatwatch hotspots LC08_116034_20251104 --data data/demo",
            "  heatwatch hotspots --data data/demo --format csv"
        })
final class HotSpotsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ACQUISITION",
            arity = "0..1",
            description = "A pass, such as LC08_116034_20251104; default: all.")
    private @Nullable String acquisition;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    public Integer call() {
        try (LocalStore store = options.open()) {
            ToldSite told = ToldSite.of(options.site(store), store);
            List<SceneCheck> passes =
                    acquisition == null ? told.history().scenes() : List.of(Passes.find(told.history(), acquisition));
            List<HotSpotRow> rows = passes.stream()
                    .flatMap(pass -> HotSpotRow.of(pass, told.site()).stream())
                    .toList();
            PrintWriter out = spec.commandLine().getOut();
            switch (format) {
                case JSON -> Output.json(out, rows);
                case CSV ->
                    CsvOutput.print(
                            out,
                            HotSpotRow.COLUMNS,
                            rows.stream().map(HotSpotRow::cells).toList());
                case TABLE -> {
                    told.printHead(out);
                    HotSpotTable.print(out, rows, told.site());
                }
            }
            return 0;
        }
    }
}
