package org.heatwatch.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/** Writes tables as CSV (RFC 4180). Unknown values are empty cells. */
public final class Csv {
    /** First characters of formulas, as OWASP lists them. */
    private static final String FORMULA = "=+-@\t\r";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A whole cell with an instant in ISO 8601. */
    private static final Pattern INSTANT = Pattern.compile(
            "(?<=^|,)(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?Z(?=,|\r?$)", Pattern.MULTILINE);

    private Csv() {}

    /** Writes features of a collection, with the centroid of each, as CSV in UTF-8. */
    static byte[] of(WatchCollection collection, List<Row> rows) {
        List<String> headings = new ArrayList<>(List.of("id", "datetime"));
        collection.columns().forEach(column -> headings.add(column.name()));
        headings.addAll(List.of("longitude", "latitude"));
        return bytes(headings, rows.stream().map(Csv::cells).toList());
    }

    /**
     * The same for spreadsheets: begins with a byte order mark, by which they recognise UTF-8, and has times in a form
     * that they recognise, in UTC.
     */
    static byte[] forSpreadsheets(WatchCollection collection, List<Row> rows) {
        return forSpreadsheets(new String(of(collection, rows), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Turns a table in CSV into one for spreadsheets. */
    public static String forSpreadsheets(String csv) {
        return BYTE_ORDER_MARK + INSTANT.matcher(csv).replaceAll("$1 $2");
    }

    static byte[] bytes(List<String> headings, List<List<@Nullable Object>> rows) {
        return text(headings, rows).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a table as CSV. The values of a list are joined by semicolons. */
    public static String text(List<String> headings, List<List<@Nullable Object>> rows) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(headings.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (List<@Nullable Object> row : rows) {
                printer.printRecord(row.stream().map(Csv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to a buffer", e);
        }
        return text.toString();
    }

    private static List<@Nullable Object> cells(Row row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.id());
        cells.add(row.span().to());
        cells.addAll(row.properties().values());
        Point centre = row.place().geometry().getCentroid();
        cells.add(centre.getX());
        cells.add(centre.getY());
        return cells;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case List<?> several ->
                harmless(several.stream().map(String::valueOf).collect(Collectors.joining("; ")));
            case String text -> harmless(text);
            case null, default -> value;
        };
    }

    /** Spreadsheets run a text that begins like a formula; an apostrophe makes it a text again. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
