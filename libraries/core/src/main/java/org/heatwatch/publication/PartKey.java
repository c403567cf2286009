package org.heatwatch.publication;

/**
 * Key of a part of a published history: its subject, its year and a digest of its content.
 *
 * @param of {@code facility#amos} for a year of a facility, {@code passes} for the reports of passes, {@code
 *     map#LC08_...} for the residual map of one pass
 * @param year of the acquisitions in the part
 * @param digest of the part's content
 */
public record PartKey(String of, int year, String digest) {
    /** Subject of the reports of passes. */
    public static final String PASSES = "passes";

    /** Subject of the observations of a facility. */
    public static String facility(String id) {
        return "facility#" + id;
    }

    /** Subject of the residual map of a pass. */
    public static String map(String acquisition) {
        return "map#" + acquisition;
    }

    /** The key as text, for use in a store. */
    public String text() {
        return of + "#" + year + "#" + digest;
    }
}
