package org.heatwatch.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.ProductId;

/**
 * Result of the reconciliation of one site.
 *
 * @param lastNotification time of the latest notification about one of its products
 * @param outstanding number of products of a back-fill that delay the scoring of the site
 * @param uncoveredScenes number of recorded scenes that are not published yet; 0 while a back-fill is under way
 * @param scoringRequested whether scoring of the site was requested
 * @param delivered number of overdue mails that were delivered now
 * @param undelivered number of mails that are still not delivered
 * @param resent missing products for which a notification was sent again
 * @param absent expected overpasses of which the archive has no product
 * @param removedParts number of parts of earlier publications that were removed
 */
public record SiteFindings(
        String siteId,
        Optional<Instant> lastNotification,
        int outstanding,
        int uncoveredScenes,
        @JsonProperty("woken") boolean scoringRequested,
        int delivered,
        int undelivered,
        List<ProductId> resent,
        List<ExpectedPass> absent,
        int removedParts) {

    public SiteFindings {
        resent = List.copyOf(resent);
        absent = List.copyOf(absent);
    }
}
