package org.heatwatch.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Breaks the lines of a mail at spaces, so that no program breaks them elsewhere. A word longer than a line, such as a
 * URL, gets a line of its own and stays whole.
 */
public final class MailLines {
    /** Most characters of a line; RFC 5322, section 2.1.1, recommends no more than 78. */
    static final int WIDTH = 77;

    /** The indent and number of an item of a list: the lines that follow are indented as far. */
    private static final Pattern INDENT = Pattern.compile("^ *(?:[0-9]+[.] )?");

    private static final Pattern SPACE = Pattern.compile(" ");

    private MailLines() {}

    /** Breaks each line of a text that is longer than {@value #WIDTH} characters. */
    public static String broken(String text) {
        return text.lines().map(MailLines::brokenLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String brokenLine(String line) {
        if (length(line) <= WIDTH) {
            return line;
        }
        Matcher start = INDENT.matcher(line);
        String first = start.find() ? start.group() : "";
        String indent = " ".repeat(first.length());
        StringBuilder broken = new StringBuilder(first);
        int column = first.length();
        boolean isFirstWord = true;
        for (String word : SPACE.splitAsStream(line.substring(first.length())).toList()) {
            if (!isFirstWord && column + 1 + length(word) > WIDTH) {
                broken.append('\n').append(indent).append(word);
                column = indent.length() + length(word);
            } else {
                broken.append(isFirstWord ? "" : " ").append(word);
                column += (isFirstWord ? 0 : 1) + length(word);
            }
            isFirstWord = false;
        }
        return broken.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
