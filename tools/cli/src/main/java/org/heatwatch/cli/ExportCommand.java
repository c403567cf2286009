package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.heatwatch.api.Export;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes what is known of a site for other programs.",
        footer = {
            "",
            "csv for spreadsheets, geojson for QGIS and web maps, kml (zipped) for Google Earth, with time.",
            "",
            "Examples:",
            "  heatwatch export --data data/demo --of facilities --format geojson -o kaesong.geojson",
            "  heatwatch export --data data/demo --of observations --format csv -o looks.csv",
            "  heatwatch export --data data/demo --of hotspots --format kml -o hotspots.kmz"
        })
final class ExportCommand extends ReadingCommand {
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
    void print(SiteSource source, PrintWriter out) {
        if (output == null && format == Export.Format.KML) {
            throw new CommandFailure("kml is a zip file; say where to by -o FILE.kmz");
        }
        byte[] bytes = Export.of(source.published(), source.outbox(), of(), format);
        if (output == null) {
            out.print(new String(bytes, StandardCharsets.UTF_8));
        } else {
            Output.write(output, bytes);
            out.println(output);
        }
    }

    private Export.Of of() {
        if (of != null) {
            return of;
        }
        return format == Export.Format.CSV ? Export.Of.OBSERVATIONS : Export.Of.FACILITIES;
    }
}
