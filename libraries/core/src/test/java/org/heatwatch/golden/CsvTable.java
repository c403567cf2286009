package org.heatwatch.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table with headings; each row has a cell for each of them. */
record CsvTable(List<String> columns, List<List<String>> rows) {

    static CsvTable parse(String csv) {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            List<List<String>> lines =
                    parser.stream().map(CSVRecord::toList).collect(Collectors.toCollection(ArrayList::new));
            if (lines.isEmpty()) {
                throw new AssertionError("a table without headings");
            }
            List<String> columns = lines.removeFirst();
            lines.forEach(line -> {
                if (line.size() != columns.size()) {
                    throw new AssertionError(
                            "%d cells in a table of %d columns: %s".formatted(line.size(), columns.size(), line));
                }
            });
            return new CsvTable(columns, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table with masked columns; what is empty stays so. */
    CsvTable masked(Rules rules) {
        return new CsvTable(
                columns,
                rows.stream()
                        .map(row -> IntStream.range(0, columns.size())
                                .mapToObj(i -> row.get(i).isEmpty()
                                        ? ""
                                        : rules.maskOfColumn(columns.get(i)).orElse(row.get(i)))
                                .toList())
                        .toList());
    }

    /** The table as CSV, its lines ended as those of other text files. */
    String text() {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        StringBuilder text = new StringBuilder();
        text.append(format.format(columns.toArray())).append('\n');
        rows.forEach(row -> text.append(format.format(row.toArray())).append('\n'));
        return text.toString();
    }

    /** What this table holds and the other one does not. */
    List<Difference> compare(CsvTable actual, Rules rules) {
        List<Difference> differences = new ArrayList<>();
        List<String> kept = actual.columns().stream().filter(columns::contains).toList();
        String added = String.join(
                ", ",
                actual.columns().stream()
                        .filter(column -> !columns.contains(column))
                        .toList());
        columns.stream()
                .filter(column -> !kept.contains(column))
                .forEach(column -> differences.add(new Difference(
                        "headings", column + " among them", added.isEmpty() ? "gone" : "gone, new are: " + added)));
        List<String> order = columns.stream().filter(kept::contains).toList();
        if (!kept.equals(order)) {
            differences.add(new Difference("headings", String.join(",", order), String.join(",", kept)));
        }
        if (rows.size() != actual.rows().size()) {
            differences.add(new Difference(
                    "rows",
                    Integer.toString(rows.size()),
                    Integer.toString(actual.rows().size())));
        }
        for (int row = 0; row < Math.min(rows.size(), actual.rows().size()); row++) {
            for (String column : kept) {
                String golden = rows.get(row).get(columns.indexOf(column));
                String now = actual.rows().get(row).get(actual.columns().indexOf(column));
                if (!isSame(golden, now, rules.toleranceOfColumn(column))) {
                    differences.add(
                            new Difference("row %d, %s".formatted(row + 1, column), quoted(golden), quoted(now)));
                }
            }
        }
        return differences;
    }

    private static String quoted(String cell) {
        return "'" + cell + "'";
    }

    private static boolean isSame(String golden, String actual, Tolerance tolerance) {
        if (golden.equals(actual)) {
            return true;
        }
        return isFraction(golden)
                && isNumber(actual)
                && tolerance.holds(Double.parseDouble(golden), Double.parseDouble(actual));
    }

    private static boolean isFraction(String cell) {
        return isNumber(cell) && !cell.matches("-?\\d+");
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
    }
}
