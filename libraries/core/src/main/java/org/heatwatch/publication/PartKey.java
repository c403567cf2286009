package org.heatwatch.publication;

/**
 * Names a part of a history by what it tells of and by its content.
 *
 * @param of {@code facility#amos} for a year of a facility, {@code passes} for reports of passes, {@code map#LC08_...} for what
 *     one pass shows
 * @param year of the acquisitions in it
 * @param digest of its content
 */
public record PartKey(String of, int year, String digest) {
    public static final String PASSES = "passes";

    public static String facility(String id) {
        return "facility#" + id;
    }

    public static String map(String acquisition) {
        return "map#" + acquisition;
    }

    /** As text for keys of stores. */
    public String text() {
        return of + "#" + year + "#" + digest;
    }
}
