package org.heatwatch.api;

import java.util.List;
import java.util.Optional;
import org.heatwatch.language.Words;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.Site;

/** Says with what a site is compared, where that is not an idle time. */
public final class ReferenceText {
    private ReferenceText() {}

    /**
     * The sentence; empty if the site is compared with a time in which nothing ran.
     *
     * @param compared the site with the reference that its history was computed with
     * @param words texts of the pages in one language
     */
    public static Optional<String> of(Site compared, Words words) {
        if (compared.referenceKind() == ReferenceKind.IDLE) {
            return Optional.empty();
        }
        if (compared.referencePeriods().isEmpty()) {
            return Optional.of(words.say("note.reference.unrecorded"));
        }
        List<String> periods = compared.referencePeriods().stream()
                .map(period -> period.from() + "/" + period.to())
                .toList();
        return Optional.of(
                words.say("note.reference." + compared.referenceKind().code(), "periods", String.join(", ", periods)));
    }
}
