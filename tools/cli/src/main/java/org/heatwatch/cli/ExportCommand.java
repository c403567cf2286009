package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.heatwatch.api.Csv;
import org.heatwatch.api.Export;
import org.heatwatch.api.FileNames;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Exports data of a site for other programs.",
        footer = {
            "",
            "csv for spreadsheets, geojson for QGIS and web maps, kml (as KMZ, with time) for Google Earth.",
            "",
            "Examples:",
            "  heatwatch export --data data/demo --of facilities --format geojson -o kaesong.geojson",
            "  heatwatch export --data data/demo --of observations --format csv -o observations.csv",
            "  heatwatch export --data data/demo --format csv --excel -o .",
            "  heatwatch export --data data/demo --of hotspots --format kml -o hotspots.kmz"
        })
final class ExportCommand extends SiteDataCommand {
    @Option(names = "--format", required = true, description = "Format: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Export.Format format;

    @Option(
            names = "--of",
            paramLabel = "COLLECTION",
            description = "Collection: ${COMPLETION-CANDIDATES}; default: observations for csv, otherwise facilities.")
    private Export.@Nullable Collection of;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write, or a folder, in which the file is named after site, collection and day; "
                    + "default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--excel",
            description =
                    "CSV for spreadsheets: begins with a byte order mark, and times are 2025-11-04 02:11:11 in UTC.")
    private boolean excel;

    @Override
    void print(SiteSource source, PrintWriter out) {
        if (excel && format != Export.Format.CSV) {
            throw misuse("--excel: is for --format csv; leave it out");
        }
        if (excel && output == null) {
            throw misuse("--excel: writes a file that a spreadsheet opens; give -o FILE.csv");
        }
        if (output == null && format == Export.Format.KMZ) {
            throw new CommandFailure("kmz cannot be written to standard output, since it is a zip file; give "
                    + "-o FILE.kmz, or --format kml");
        }
        Export.Collection collection = of();
        boolean hasSources = collection == Export.Collection.SOURCES || collection == Export.Collection.ACTIVITY;
        PublishedSite published = hasSources ? source.publishedWithSources() : source.published();
        byte[] bytes = bytes(Export.of(published, source.outbox(), collection, written()));
        if (output == null) {
            out.print(new String(bytes, StandardCharsets.UTF_8));
        } else {
            String extension = "." + format.name().toLowerCase(Locale.ROOT);
            String name = FileNames.dated(published, collection.name().toLowerCase(Locale.ROOT), extension);
            out.println(Output.write(output, name, bytes));
        }
    }

    private byte[] bytes(byte[] exported) {
        return excel
                ? Csv.forSpreadsheets(new String(exported, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)
                : exported;
    }

    /** Programs distinguish KML and KMZ by the name of the file. */
    private Export.Format written() {
        String name = output == null ? "" : String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
        boolean isMap = format == Export.Format.KML || format == Export.Format.KMZ;
        if (isMap && name.endsWith(".kml")) {
            return Export.Format.KML;
        }
        return isMap && name.endsWith(".kmz") ? Export.Format.KMZ : format;
    }

    private Export.Collection of() {
        if (of != null) {
            return of;
        }
        return format == Export.Format.CSV ? Export.Collection.OBSERVATIONS : Export.Collection.FACILITIES;
    }
}
