package org.heatwatch.publication;

import org.heatwatch.source.Period;

/**
 * Key of a part of a published history: its subject, its year and a digest of its content.
 *
 * @param of {@code facility#amos} for a year of a facility, {@code passes} for the reports of passes, {@code
 *     map#LC08_...} for the residual map of one pass, {@code sources} for the heat sources, {@code source#ID} for a
 *     year of a heat source, {@code composite#FROM/TO} for a composite
 * @param year of the acquisitions in the part
 * @param digest of the part's content
 */
public record PartKey(String of, int year, String digest) {
    /** Subject of the reports of passes. */
    public static final String PASSES = "passes";

    /** Subject of the heat sources of a site. */
    public static final String SOURCES = "sources";

    private static final String COMPOSITE = "composite#";

    /** Subject of the observations of a facility. */
    public static String facility(String id) {
        return "facility#" + id;
    }

    /** Subject of the residual map of a pass. */
    public static String map(String acquisition) {
        return "map#" + acquisition;
    }

    /** Subject of the observations of a heat source. */
    public static String source(String id) {
        return "source#" + id;
    }

    /** Subject of the composite of a period. */
    static String composite(Period period) {
        return COMPOSITE + period;
    }

    boolean isComposite() {
        return of.startsWith(COMPOSITE);
    }

    /** The key as text, for use in a store. */
    public String text() {
        return of + "#" + year + "#" + digest;
    }
}
