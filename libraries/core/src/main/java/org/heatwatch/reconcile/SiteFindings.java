package org.heatwatch.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.landsat.ProductId;

/**
 * What was found of one site.
 *
 * @param lastHeard when the archive last told of a product of it
 * @param outstanding products of a back-fill that are waited for before anything is told of the site
 * @param uncoveredScenes recorded scenes that no history tells of yet; 0 while a back-fill is under way
 * @param woken whether the site is looked at again
 * @param delivered mails that were delivered now, having been left lying
 * @param undelivered mails that still wait
 * @param resent products whose notice was sent once more
 * @param absent passes of which the archive has nothing
 */
public record SiteFindings(
        String siteId,
        Optional<Instant> lastHeard,
        int outstanding,
        int uncoveredScenes,
        boolean woken,
        int delivered,
        int undelivered,
        List<ProductId> resent,
        List<ExpectedPass> absent) {

    public SiteFindings {
        resent = List.copyOf(resent);
        absent = List.copyOf(absent);
    }
}
