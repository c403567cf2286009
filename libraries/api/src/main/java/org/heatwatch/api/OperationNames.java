package org.heatwatch.api;

import java.util.Locale;

/** Builds operation ids and schema names. */
final class OperationNames {
    private OperationNames() {}

    /** Capitalizes the first letter. */
    static String upper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
