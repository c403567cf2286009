package org.heatwatch.errors;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site definition that must not be used, with every defect found in it. */
public final class BadSite extends HeatWatchException {

    private final transient List<SiteDefect> defects;

    /**
     * @param source the file or store key the definition came from
     * @param defects at least one
     */
    public BadSite(String source, List<SiteDefect> defects) {
        super(
                source,
                count(defects) + ": " + numbered(defects),
                "correct the definition and read it again",
                /* retryHelps= */ false,
                null);
        this.defects = List.copyOf(defects);
    }

    /** Every defect, in the order of the file; each one's text is also in the message. */
    public List<SiteDefect> defects() {
        return defects;
    }

    private static String count(List<SiteDefect> defects) {
        if (defects.isEmpty()) {
            throw new IllegalArgumentException("a bad site has at least one defect");
        }
        return defects.size() == 1 ? "1 defect" : defects.size() + " defects";
    }

    private static String numbered(List<SiteDefect> defects) {
        return IntStream.range(0, defects.size())
                .mapToObj(index -> "(" + (index + 1) + ") " + defects.get(index))
                .collect(Collectors.joining("; "));
    }
}
