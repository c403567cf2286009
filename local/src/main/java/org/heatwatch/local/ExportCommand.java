package org.heatwatch.local;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heatwatch.api.Export;
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
            "csv for spreadsheets, geojson for QGIS and web maps, kml (zipped) for Google Earth, with time.",
            "",
            "Examples:",
            "  heatwatch export --data data/demo --of facilities --format geojson -o kaesong.geojson",
            "  heatwatch export --data data/demo --of observations --format csv -o looks.csv",
            "  heatwatch export --data data/demo --of hotspots --format kml -o hotspots.kmz"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Export.Format format;

    @Option(
            names = "--of",
            paramLabel = "COLLECTION",
            description = "${COMPLETION-CANDIDATES}; default: observations for csv, facilities for the others.")
    private Export.@Nullable Of of;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write; default: standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        try (LocalStore store = options.open()) {
            ToldSite told = ToldSite.of(options.site(store), store);
            byte[] bytes = Export.of(told.site(), told.published(), store.outbox(), of(), format);
            if (output == null) {
                PrintWriter out = spec.commandLine().getOut();
                if (format == Export.Format.KML) {
                    throw new CommandFailure("kml is a zip file; say where to by -o FILE.kmz");
                }
                out.print(new String(bytes, StandardCharsets.UTF_8));
                out.flush();
            } else {
                Output.write(output, bytes);
                spec.commandLine().getOut().println(output);
            }
            return 0;
        }
    }

    private Export.Of of() {
        if (of != null) {
            return of;
        }
        return format == Export.Format.CSV ? Export.Of.OBSERVATIONS : Export.Of.FACILITIES;
    }
}
