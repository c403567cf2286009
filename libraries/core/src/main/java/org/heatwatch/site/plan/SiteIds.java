package org.heatwatch.site.plan;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Derives ids of sites and features: lower-case words of a-z and digits joined by hyphens, each used once. */
final class SiteIds {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 100;
    private static final int ROOM_FOR_A_NUMBER = 6;

    private final Set<String> used = new HashSet<>();

    /** The words of a text; empty if it has no Latin characters or digits. */
    static String slug(String text) {
        String latin = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("æ", "ae");
        String slug = trimmed(OTHER.matcher(latin).replaceAll("-"));
        return trimmed(slug.substring(0, Math.min(slug.length(), LONGEST - ROOM_FOR_A_NUMBER)));
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^-+|-+$", "");
    }

    /** Degrees with four decimals, about 11 m: {@code at-47-8601n-35-1603e}. */
    static String ofPosition(double longitude, double latitude) {
        return slug(String.format(Locale.ROOT, "at-%s", position(longitude, latitude)));
    }

    /** Degrees with four decimals for people. */
    static String position(double longitude, double latitude) {
        return String.format(
                Locale.ROOT,
                "%.4f %s %.4f %s",
                Math.abs(latitude),
                latitude < 0 ? "S" : "N",
                Math.abs(longitude),
                longitude < 0 ? "W" : "E");
    }

    /** The id, with a number at its end if it was used before. */
    String unique(String id) {
        String candidate = id;
        for (int i = 2; !used.add(candidate); i++) {
            candidate = id + "-" + i;
        }
        return candidate;
    }
}
