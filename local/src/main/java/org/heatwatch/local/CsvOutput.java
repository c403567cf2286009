package org.heatwatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as comma-separated values (RFC 4180), the headings first. */
final class CsvOutput {
    private CsvOutput() {}

    static void print(Appendable out, List<String> headings, List<? extends List<?>> rows) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(headings.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(new Unclosed(out), format)) {
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("a result cannot be written", e);
        }
    }

    /** Lets the printer be closed, and what it prints to stay open. */
    private record Unclosed(Appendable to) implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            to.append(text);
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            to.append(text, start, end);
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            to.append(c);
            return this;
        }
    }
}
