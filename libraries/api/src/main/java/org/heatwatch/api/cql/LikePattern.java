package org.heatwatch.api.cql;

import java.util.Arrays;

/**
 * A pattern in which % stands for any characters and _ for one; a backslash takes their meaning. The time of a match
 * grows with the product of the lengths, which that of a regular expression would exceed.
 */
final class LikePattern {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] elements;

    LikePattern(String text) {
        int[] all = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && i + 1 < text.length()) {
                i++;
                all[count++] = text.charAt(i);
            } else {
                all[count++] = letter == '%' ? ANY : letter == '_' ? ONE : letter;
            }
        }
        elements = Arrays.copyOf(all, count);
    }

    boolean matches(String text) {
        int element = 0;
        int letter = 0;
        int lastAny = -1;
        int resumeAt = 0;
        while (letter < text.length()) {
            if (element < elements.length && elements[element] == ANY) {
                lastAny = element++;
                resumeAt = letter;
            } else if (element < elements.length
                    && (elements[element] == ONE || elements[element] == text.charAt(letter))) {
                element++;
                letter++;
            } else if (lastAny >= 0) {
                element = lastAny + 1;
                letter = ++resumeAt;
            } else {
                return false;
            }
        }
        while (element < elements.length && elements[element] == ANY) {
            element++;
        }
        return element == elements.length;
    }
}
