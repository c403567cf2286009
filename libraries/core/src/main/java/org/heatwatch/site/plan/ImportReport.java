package org.heatwatch.site.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of the features of a file of outlines.
 *
 * @param file what was read
 * @param facilities number of features of role facility: inside the outline of the site
 * @param neighbours number of features of role building: outside it, inside the bounds
 * @param joined number of outlines below 900 m2 that touch each other and were joined
 * @param joinedInto number of features that they became
 * @param tooSmall number of outlines that were left out since they are below 900 m2 and could not be joined
 * @param overlapping number of outlines that were left out since a larger one covers most of them
 */
public record ImportReport(
        OutlineFile file, int facilities, int neighbours, int joined, int joinedInto, int tooSmall, int overlapping) {

    /** One sentence for each number that is not zero. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                Locale.ROOT,
                "%,d features in %s (%s, accuracy %d m)",
                file.features(),
                file.name(),
                file.source() == MapSource.OTHER ? "unknown map" : file.source().code(),
                file.source().accuracyMetres()));
        add(sentences, facilities, "inside the outline of the site: role facility");
        add(sentences, neighbours, "outside it, inside the bounds: role building");
        add(sentences, joined, "smaller than 900 m2 touch each other: joined to %,d features".formatted(joinedInto));
        add(sentences, tooSmall, "smaller than 900 m2: left out");
        add(sentences, overlapping, "mostly covered by a larger one: left out");
        add(sentences, file.outside(), "not inside the bounds: left out");
        add(sentences, file.notOutlines(), "not polygons: left out");
        add(sentences, file.defective(), "without area or not closed: left out");
        return List.copyOf(sentences);
    }

    private static void add(List<String> sentences, int count, String text) {
        if (count > 0) {
            sentences.add(String.format(Locale.ROOT, "%,d %s", count, text));
        }
    }
}
