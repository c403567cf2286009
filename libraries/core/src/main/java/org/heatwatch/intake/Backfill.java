package org.heatwatch.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;

/**
 * A back-fill: the intake of a site's past products. Until it is complete the history of the site is incomplete and
 * must not be announced, since with few reference observations an ordinary day may appear hot.
 *
 * @param products ids of all products to take in
 * @param begunAt time at which the last of them was requested
 */
public record Backfill(Set<String> products, Instant begunAt) {
    /** Time allowed for failing messages, which reach the dead-letter queue after an hour. */
    private static final Duration FAILURE_ALLOWANCE = Duration.ofHours(2);

    private static final Duration PER_PRODUCT = Duration.ofSeconds(10);

    public Backfill {
        products = Set.copyOf(products);
    }

    /** Ids of the products without a recorded outcome, in ascending order. */
    public Set<String> outstanding(String siteId, Ledger ledger) {
        Set<String> outstanding = new TreeSet<>(products);
        ledger.intake(siteId).stream()
                .map(IntakeRecord::product)
                .map(ProductId::id)
                .collect(Collectors.toCollection(HashSet::new))
                .forEach(outstanding::remove);
        return outstanding;
    }
    /**
     * Deadline of the back-fill. Products not taken in by then have failed, and announcements no longer wait for them.
     */
    public Instant waitedForUntil() {
        return begunAt.plus(FAILURE_ALLOWANCE).plus(PER_PRODUCT.multipliedBy(products.size()));
    }

    /**
     * Whether announcements must still wait. Products processed again after a change of bounds already have an
     * outcome.
     */
    public boolean isUnderWay(String siteId, Ledger ledger, Instant now) {
        return now.isBefore(waitedForUntil()) && !outstanding(siteId, ledger).isEmpty();
    }
}
