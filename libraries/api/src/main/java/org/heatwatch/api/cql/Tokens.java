package org.heatwatch.api.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a filter into tokens. */
final class Tokens {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:.]*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    /** Apostrophes within are doubled, or preceded by a backslash. */
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'", Pattern.DOTALL);

    private static final Pattern SYMBOL = Pattern.compile("<>|<=|>=|[=<>(),]");
    private static final Pattern WKT_NAME =
            Pattern.compile("(MULTI)?(POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION|BBOX", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException with position and remedy if the text has other characters */
    static List<Token> of(String text) {
        Tokens all = new Tokens(text);
        while (all.at < text.length()) {
            all.next();
        }
        all.tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return all.tokens;
    }

    private void next() {
        Matcher matcher = SPACE.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
        } else if (found(TEXT, Token.Kind.TEXT)
                || found(QUOTED, Token.Kind.QUOTED_NAME)
                || found(NUMBER, Token.Kind.NUMBER)
                || found(SYMBOL, Token.Kind.SYMBOL)) {
            return;
        } else if (matcher.usePattern(NAME).lookingAt()) {
            name(matcher.group(), matcher.end());
        } else if (text.charAt(at) == '\'' || text.charAt(at) == '"') {
            throw new IllegalArgumentException("character %d: a quotation mark that is not closed".formatted(at + 1));
        } else {
            throw new IllegalArgumentException("character %d: '%s' is not part of CQL2; texts are in single quotes"
                    .formatted(at + 1, text.charAt(at) < ' ' || text.charAt(at) > '~' ? "?" : text.charAt(at)));
        }
    }

    private boolean found(Pattern pattern, Token.Kind kind) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        String value =
                switch (kind) {
                    case TEXT -> matcher.group(1).replace("''", "'").replace("\\'", "'");
                    case QUOTED_NAME -> matcher.group(1);
                    default -> matcher.group();
                };
        tokens.add(new Token(kind, value, at + 1));
        at = matcher.end();
        return true;
    }

    /** A name; that of a geometry is followed by its coordinates, which are one token with it. */
    private void name(String name, int end) {
        int open = end;
        while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
            open++;
        }
        if (!WKT_NAME.matcher(name).matches() || open == text.length() || text.charAt(open) != '(') {
            tokens.add(new Token(Token.Kind.NAME, name, at + 1));
            at = end;
            return;
        }
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                tokens.add(new Token(Token.Kind.GEOMETRY, text.substring(at, i + 1), at + 1));
                at = i + 1;
                return;
            }
        }
        throw new IllegalArgumentException("character %d: a parenthesis that is not closed".formatted(open + 1));
    }
}
