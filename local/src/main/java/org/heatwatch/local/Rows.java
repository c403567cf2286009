package org.heatwatch.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
                CsvOutput.print(out, columns, rows.stream().map(this::cells).toList());
            case TABLE -> throw new IllegalArgumentException("each command lays out its own table");
        }
    }

    private List<String> cells(ObjectNode row) {
        return columns.stream().map(column -> text(row.path(column))).toList();
    }

    /** What is not known is empty. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), /* parallel= */ false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("; "))
                : value.isNull() ? "" : value.asText();
    }
}
