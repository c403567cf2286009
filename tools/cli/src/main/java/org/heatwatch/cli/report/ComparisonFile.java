package org.heatwatch.cli.report;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.heatwatch.activity.IndexLength;
import org.heatwatch.cli.output.CommandFailure;

/**
 * A series from another source, read from a CSV file of two columns: year or date, and value. A first line without a
 * year or date is a header.
 *
 * @param length years if the file gives years; quarters if it gives dates
 * @param name of the values: from the header, or the name of the file
 * @param values mean value of each period, by its first day
 */
public record ComparisonFile(IndexLength length, String name, Map<LocalDate, Double> values) {
    private static final String FORM = "give a year or a date such as 2019-06-30, a comma and a number";

    private record Entry(LocalDate day, boolean isYear, double value) {}

    /**
     * Reads a file.
     *
     * @throws CommandFailure if it cannot be read; the message names the line and the remedy
     */
    public static ComparisonFile read(Path file) {
        List<CSVRecord> lines = lines(file);
        if (lines.isEmpty()) {
            throw new CommandFailure("%s: has no line; %s in each".formatted(file, FORM));
        }
        boolean hasHeader = day(lines.getFirst().get(0)).isEmpty();
        List<Entry> entries = new ArrayList<>();
        for (CSVRecord line : hasHeader ? lines.subList(1, lines.size()) : lines) {
            entries.add(entry(file, line));
        }
        if (entries.isEmpty()) {
            throw new CommandFailure("%s: has a header only; %s in each line".formatted(file, FORM));
        }
        long years = entries.stream().filter(Entry::isYear).count();
        if (years > 0 && years < entries.size()) {
            throw new CommandFailure("%s: has years and dates; give years only, or dates only".formatted(file));
        }
        IndexLength length = years > 0 ? IndexLength.YEAR : IndexLength.QUARTER;
        Map<LocalDate, Double> values = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> length.startOf(entry.day()), TreeMap::new, Collectors.averagingDouble(Entry::value)));
        String name = hasHeader && lines.getFirst().size() > 1
                ? lines.getFirst().get(1)
                : file.getFileName().toString();
        return new ComparisonFile(length, name, values);
    }

    private static List<CSVRecord> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("%s: there is no such file; give the file of a series".formatted(file));
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file);
                var parser = format.parse(reader)) {
            return parser.getRecords();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure("%s: cannot be read as CSV text: %s; %s in each line"
                    .formatted(file, e.getClass().getSimpleName(), FORM));
        }
    }

    private static Entry entry(Path file, CSVRecord line) {
        long number = line.getRecordNumber();
        if (line.size() != 2) {
            throw new CommandFailure("%s: line %d has %d columns; %s".formatted(file, number, line.size(), FORM));
        }
        LocalDate day = day(line.get(0))
                .orElseThrow(() -> new CommandFailure("%s: line %d: '%s' is neither a year nor a date; %s"
                        .formatted(file, number, line.get(0), FORM)));
        try {
            double value = Double.parseDouble(line.get(1));
            if (Double.isFinite(value)) {
                return new Entry(day, line.get(0).length() == 4, value);
            }
        } catch (NumberFormatException e) {
            // The failure below says so.
        }
        throw new CommandFailure("%s: line %d: '%s' is not a number; %s".formatted(file, number, line.get(1), FORM));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.matches("\\d{4}") ? LocalDate.parse(text + "-01-01") : LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
