package org.heatwatch.cli.output;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.heatwatch.errors.PrintableText;

/**
 * The last boundary to a terminal: control characters that reach it, from ids and names of others, are written in a
 * form that the terminal shows. Ends of lines and tabs stay.
 */
public final class PrintableWriter extends FilterWriter {
    private final boolean keepsReturns;

    private PrintableWriter(Writer out, boolean keepsReturns) {
        super(out);
        this.keepsReturns = keepsReturns;
    }

    /** Prints results. A carriage return stays only at the end of a line, as in CSV. */
    public static PrintWriter forResults(Writer out) {
        return new PrintWriter(new PrintableWriter(out, /* keepsReturns= */ false), /* autoFlush= */ true);
    }

    /** Prints messages, and progress that returns to the beginning of its line. */
    public static PrintWriter forMessages(Writer err) {
        return new PrintWriter(new PrintableWriter(err, /* keepsReturns= */ true), /* autoFlush= */ true);
    }

    @Override
    public void write(int character) throws IOException {
        write(new String(Character.toChars(character)));
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        write(new String(buffer, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (!isPrintable(text, i, end)) {
                out.write(text, from, i - from);
                out.write(PrintableText.escaped(text.charAt(i)));
                from = i + 1;
            }
        }
        out.write(text, from, end - from);
    }

    @Override
    public void write(String text) throws IOException {
        write(text, 0, text.length());
    }

    private boolean isPrintable(String text, int index, int end) {
        return switch (text.charAt(index)) {
            case '\n', '\t' -> true;
            case '\r' -> keepsReturns || (index + 1 < end && text.charAt(index + 1) == '\n');
            default -> PrintableText.isPrintable(text, index);
        };
    }
}
