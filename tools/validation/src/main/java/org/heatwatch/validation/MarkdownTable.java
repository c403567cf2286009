package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;

/** A table of GitHub's Markdown; the first column is text, the others are numbers. */
public final class MarkdownTable {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public MarkdownTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    public MarkdownTable row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells in a table of " + header.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** All lines, each with its end. */
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
