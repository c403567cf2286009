package org.heatwatch.errors;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An invalid site definition, with all its defects. */
public final class BadSite extends HeatWatchException {

    private final transient List<SiteDefect> defects;

    /**
     * @param source file or key of the definition
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

    /** The defects in the order of the file; the message contains the text of each, with one sentence for
     * a defect that three or more features share. */
    public List<SiteDefect> defects() {
        return defects;
    }

    private static String count(List<SiteDefect> defects) {
        if (defects.isEmpty()) {
            throw new IllegalArgumentException("an invalid site has at least one defect");
        }
        return defects.size() == 1 ? "1 defect" : defects.size() + " defects";
    }

    private static String numbered(List<SiteDefect> defects) {
        List<SiteDefect> combined = SharedDefects.combined(defects);
        return IntStream.range(0, combined.size())
                .mapToObj(index -> "(" + (index + 1) + ") " + combined.get(index))
                .collect(Collectors.joining("; "));
    }
}
