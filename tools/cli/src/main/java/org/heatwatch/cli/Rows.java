package org.heatwatch.cli;

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
 * Rows as JSON, or as comma-separated values with the headings first.
 *
 * @param columns names of the members of each row, in their order
 */
record Rows(List<String> columns, List<ObjectNode> rows) {

    /** The names of a record's components. */
    static Stream<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(component -> component.getName());
    }

    void print(TableFormat format, PrintWriter out) {
        switch (format) {
            case JSON -> Output.json(out, rows);
            case CSV ->
                out.print(Csv.text(columns, rows.stream().map(this::cells).toList()));
            case TABLE -> throw new IllegalArgumentException("each command lays out its own table");
        }
    }

    private List<@Nullable Object> cells(ObjectNode row) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(PublishedJson.plain(row.get(column))));
        return cells;
    }
}
