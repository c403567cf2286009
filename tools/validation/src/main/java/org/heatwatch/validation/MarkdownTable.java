package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;

/** A table in GitHub-flavoured Markdown; the first column contains text, the others numbers. */
public final class MarkdownTable {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public MarkdownTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    public MarkdownTable row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for a table with " + header.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** All lines of the table, each with a line end. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, header);
        text.append("|---")
                .append("|---:".repeat(Math.max(0, header.size() - 1)))
                .append("|\n");
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (String cell : cells) {
            text.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        text.append("|\n");
    }
}
