package org.heatwatch.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text table with columns two spaces apart. A heading that starts with {@code >} right-aligns its column. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] isRightAligned;

    private Table(boolean[] isRightAligned) {
        this.isRightAligned = isRightAligned;
    }

    /** A table with the given headings. */
    public static Table of(String... headings) {
        boolean[] isRightAligned = new boolean[headings.length];
        List<String> first = new ArrayList<>();
        for (int i = 0; i < headings.length; i++) {
            isRightAligned[i] = headings[i].startsWith(">");
            first.add(isRightAligned[i] ? headings[i].substring(1) : headings[i]);
        }
        Table table = new Table(isRightAligned);
        table.rows.add(first);
        return table;
    }

    /** Adds a row. */
    public Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** Prints the table. */
    public void print(PrintWriter out) {
        int[] width = new int[isRightAligned.length];
        for (List<String> row : rows) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < width.length; i++) {
                String space = " ".repeat(width[i] - row.get(i).length());
                line.append(isRightAligned[i] ? space + row.get(i) : row.get(i) + space)
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
