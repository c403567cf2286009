package org.heatwatch.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.Ledger;

/**
 * Store of the latest back-fill of each site.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not answer, and {@link AccessDenied} if it refuses.
 */
public interface Backfills {

    /** Stores a back-fill, which replaces the previous one of the site. */
    void keep(String siteId, Backfill backfill);

    Optional<Backfill> latest(String siteId);

    /**
     * Starts a back-fill; call it before requesting the first product. Includes the outstanding products of an earlier
     * back-fill that is still under way.
     *
     * @return the back-fill as stored
     */
    default Backfill begin(String siteId, Collection<ProductId> products, Ledger ledger, Instant now) {
        Set<String> all = products.stream().map(ProductId::id).collect(Collectors.toCollection(HashSet::new));
        latest(siteId)
                .filter(earlier -> earlier.isUnderWay(siteId, ledger, now))
                .map(earlier -> earlier.outstanding(siteId, ledger))
                .ifPresent(all::addAll);
        Backfill backfill = new Backfill(all, now);
        keep(siteId, backfill);
        return backfill;
    }

    /** No-op implementation, for callers that do not track back-fills. */
    static Backfills none() {
        return new Backfills() {
            @Override
            public void keep(String siteId, Backfill backfill) {}

            @Override
            public Optional<Backfill> latest(String siteId) {
                return Optional.empty();
            }
        };
    }
}
