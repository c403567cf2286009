package org.heatwatch.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.api.Csv;
import org.heatwatch.publication.PublishedJson;
import org.jspecify.annotations.Nullable;

/**
 * Prints rows as JSON, or as CSV with a header.
 *
 * @param columns names of the members of each row, in the order of the CSV columns
 */
public record Rows(List<String> columns, List<ObjectNode> rows) {

    /** The component names of a record. */
    public static Stream<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(component -> component.getName());
    }

    /** Prints the rows as JSON or CSV. */
    public void print(TableFormat format, PrintWriter out) {
        switch (format) {
            case JSON -> Output.json(out, rows);
            case CSV ->
                out.print(Csv.text(columns, rows.stream().map(this::cells).toList()));
            case TABLE -> throw new IllegalArgumentException("a table needs a layout; print it with Table");
        }
    }

    private List<@Nullable Object> cells(ObjectNode row) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(PublishedJson.plain(row.get(column))));
        return cells;
    }
}
