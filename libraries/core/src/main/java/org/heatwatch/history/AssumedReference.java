package org.heatwatch.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;

/**
 * The reference of a site whose definition names none: the first two years of its recorded scenes. A back-fill of
 * earlier scenes moves it, as an edit of the definition would.
 */
public final class AssumedReference {
    private AssumedReference() {}

    /** The site with its own reference periods, or with the assumed one; unchanged if nothing is recorded. */
    public static Site of(Site site, Collection<SampledScene> scenes) {
        return scenes.stream()
                .map(scene -> scene.scene().acquisition().date())
                .min(Comparator.naturalOrder())
                .map(site::withReferenceFrom)
                .orElse(site);
    }

    /** The site of a history with its own reference periods, or with the assumed one. */
    public static Site of(Site site, SiteHistory history) {
        return history.scenes().stream()
                .map(scene -> scene.product().acquisition().date())
                .min(Comparator.<LocalDate>naturalOrder())
                .map(site::withReferenceFrom)
                .orElse(site);
    }
}
