package org.heatwatch.errors;

/**
 * Text from outside in a form that is harmless wherever it is shown. A control character can move the cursor of a
 * terminal, start an escape sequence or end a line of a table; a character that overrides the direction of writing
 * shows a text in another order than it has. They are written as in JSON, such as {@code \u001b}.
 */
public final class PrintableText {
    private PrintableText() {}

    /** The text in one line, without characters that control a terminal or override the direction of writing. */
    public static String of(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ").replace('\t', ' ');
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (isPrintable(line, i)) {
                printable.append(line.charAt(i));
            } else {
                printable.append(escaped(line.charAt(i)));
            }
        }
        return printable.toString();
    }

    /** Whether a character of a text is shown as it is: no control, override of direction, or half a character. */
    public static boolean isPrintable(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return !Character.isISOControl(character) && !isSeparator(character) && !isDirection(character);
    }

    private static boolean isSeparator(char character) {
        return character == '\u2028' || character == '\u2029' || character == '\ufeff' || character >= '\ufffe';
    }

    /** Embeddings, overrides and isolates; not the marks, which texts in Arabic and Hebrew need. */
    private static boolean isDirection(char character) {
        return (character >= '\u202a' && character <= '\u202e') || (character >= '\u2066' && character <= '\u2069');
    }

    /** The form of a character as in JSON. */
    public static String escaped(char character) {
        return "\\u%04x".formatted((int) character);
    }
}
