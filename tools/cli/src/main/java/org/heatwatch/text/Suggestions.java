package org.heatwatch.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one may stand for. */
public final class Suggestions {
    /** A word of three characters may differ in one, a longer one in a third of them. */
    private static final int CHARACTERS_PER_MISTAKE = 3;

    private Suggestions() {}

    /** The known word with the fewest mistakes; empty if none is near. Upper and lower case count as the same. */
    public static Optional<String> nearest(String mistyped, Collection<String> known) {
        int most = Math.max(1, mistyped.length() / CHARACTERS_PER_MISTAKE);
        return known.stream()
                .filter(word -> distance(mistyped, word) <= most)
                .min(Comparator.<String>comparingInt(word -> distance(mistyped, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Insertions, deletions, replacements and exchanges of neighbours (optimal string alignment distance). */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : steps(a, b, i, j, steps);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int steps(String a, String b, int i, int j, int[][] steps) {
        int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean isExchange = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isExchange ? Math.min(least, 1 + steps[i - 2][j - 2]) : least;
    }
}
