package org.heatwatch.api;

import java.util.Locale;

/** Names for programs. */
final class Names {
    private Names() {}

    static String upper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
