package org.heatwatch.local;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.site.Role;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.Transition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "history",
        description = "Tells how facilities stand, or what every pass said of one of them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "As JSON or CSV every look is printed, of all facilities and controls unless one is named. Idle parcels are",
            "printed if they are named.",
            "",
            "Examples:",
            "  heatwatch history --site sites/kaesong.geojson",
            "  heatwatch history amos --data data/demo",
            "  heatwatch history --data data/demo --format csv > looks.csv"
        })
final class HistoryCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FACILITY", arity = "0..1", description = "Id of a facility, control or idle parcel.")
    private @Nullable String facility;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    public Integer call() {
        try (LocalStore store = options.open()) {
            ToldSite told = ToldSite.of(options.site(store), store);
            List<RoofHistory> roofs = facility == null ? watched(told) : List.of(told.roof(facility));
            PrintWriter out = spec.commandLine().getOut();
            switch (format) {
                case JSON -> Output.json(out, rows(told, roofs).toList());
                case CSV ->
                    CsvOutput.print(
                            out,
                            LookRow.COLUMNS,
                            rows(told, roofs).map(LookRow::cells).toList());
                case TABLE -> {
                    told.printHead(out);
                    if (facility == null) {
                        StandingTable.print(out, roofs);
                    } else {
                        print(roofs.getFirst(), out);
                    }
                }
            }
            return 0;
        }
    }

    /** Facilities and controls. */
    static List<RoofHistory> watched(ToldSite told) {
        return told.history().roofs().stream()
                .filter(roof -> roof.feature().role() != Role.NULL)
                .toList();
    }

    /** Every look at these roofs. */
    static Stream<LookRow> rows(ToldSite told, List<RoofHistory> roofs) {
        return roofs.stream()
                .flatMap(roof -> LookRow.of(roof, told.site().presentation().simulated()).stream());
    }

    private static void print(RoofHistory roof, PrintWriter out) {
        out.println(roof.feature().label());
        Table table = new Table("acquisition", "pass", ">excess", ">error", ">score", "state", "confidence", "");
        for (LookRow row : LookRow.of(roof, /* simulated= */ false)) {
            boolean observed = row.effectiveKelvin() != null;
            table.row(
                    row.acquisition(),
                    row.pass(),
                    observed ? String.format(Locale.ROOT, "%+.1f K", row.effectiveKelvin()) : "not seen",
                    observed ? String.format(Locale.ROOT, "\u00b1 %.1f K", row.effectiveStandardError()) : "",
                    row.score() == null ? "" : HeatScore.shown(row.score()),
                    row.state().name(),
                    row.confidence() == null ? "" : row.confidence(),
                    (row.provisional() && observed ? "provisional; " : "") + String.join("; ", row.flags()));
        }
        table.print(out);
        out.println();
        Table changes = new Table("date", "change", "why");
        for (Transition t : roof.track().transitions()) {
            changes.row(t.date().toString(), t.from() + " -> " + t.to(), t.reason());
        }
        changes.print(out);
    }
}
