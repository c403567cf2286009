package org.heatwatch.site.plan;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Replaces record separators (RFC 8142) and byte order marks by spaces. */
final class SeparatorFilter extends FilterReader {
    private static final char RECORD_SEPARATOR = '\u001E';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    SeparatorFilter(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        return isSeparator(character) ? ' ' : character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            if (isSeparator(buffer[i])) {
                buffer[i] = ' ';
            }
        }
        return count;
    }

    private static boolean isSeparator(int character) {
        return character == RECORD_SEPARATOR || character == BYTE_ORDER_MARK;
    }
}
