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
 * Remembers the latest back-fill of each site.
 *
 * <p>Methods throw {@link SourceUnavailable} if the store does not answer, and {@link AccessDenied} if it refuses.
 */
public interface Backfills {

    /** Keeps a back-fill in the place of the one before. */
    void keep(String siteId, Backfill backfill);

    Optional<Backfill> latest(String siteId);

    /**
     * Begins a back-fill, before the first product is asked for. What an earlier one is still waited for belongs to it.
     *
     * @return as it is kept
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

    /** For who does not back-fill step by step. */
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
