package org.heatwatch.fuzz;

import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.PrintableText;

/** What every answer of a target must be. */
public final class FuzzResult {
    private FuzzResult() {}

    /** A message is one line without control characters. */
    public static void requirePrintable(HeatWatchException e) {
        requirePrintable(String.valueOf(e.getMessage()));
    }

    /** A text is one line without control characters. */
    public static void requirePrintable(String text) {
        if (!PrintableText.of(text).equals(text)) {
            throw new AssertionError("not printable: " + PrintableText.of(text));
        }
    }
}
