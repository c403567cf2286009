package org.heatwatch.api.cql;

/**
 * A token of a filter.
 *
 * @param text without quotes; of a geometry, its whole text
 * @param position of its first character, from 1
 */
record Token(Kind kind, String text, int position) {
    enum Kind {
        NAME,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        GEOMETRY,
        SYMBOL,
        END
    }

    /** Whether it is this keyword, in any case, or this symbol. */
    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    /** The token as a message shows it. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
