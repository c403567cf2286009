package org.heatwatch.site.plan;

import java.util.List;

/**
 * The outlines of a file that are inside the area of interest, and what else the file has.
 *
 * @param name of the file for people
 * @param source the map that it comes from
 * @param features number of all features
 * @param outside number of outlines that are not inside the area
 * @param notOutlines number of features with another geometry, such as points and lines
 * @param defective number of polygons that enclose no area
 */
public record OutlineFile(
        String name,
        MapSource source,
        List<ImportedOutline> outlines,
        int features,
        int outside,
        int notOutlines,
        int defective) {

    public OutlineFile {
        outlines = List.copyOf(outlines);
    }

    /** The member {@code source} of features from this file. */
    String sourceText() {
        return source == MapSource.OTHER ? name : source.code();
    }
}
