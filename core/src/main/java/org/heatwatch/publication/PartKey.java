package org.heatwatch.publication;

/**
 * Names a part of a history by what it tells of and by its content.
 *
 * @param of {@code facility#amos} for observations of a facility, {@code passes} for reports of passes
 * @param year of the acquisitions in it
 * @param digest of its content
 */
public record PartKey(String of, int year, String digest) {
    static final String PASSES = "passes";

    static String facility(String id) {
        return "facility#" + id;
    }

    /** As text for keys of stores. */
    public String text() {
        return of + "#" + year + "#" + digest;
    }
}
