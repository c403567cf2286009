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
 * Old products of a site that are being taken in. Until they are, its history is of a part of its past, and nothing should
 * be announced from it: with few idle looks to compare with, an ordinary day may stand out.
 *
 * @param products ids of all that are to be taken in
 * @param begunAt when the last of them was asked for
 */
public record Backfill(Set<String> products, Instant begunAt) {
    /** A message that fails to the end is put aside after an hour. */
    private static final Duration FAILING = Duration.ofHours(2);

    private static final Duration EACH = Duration.ofSeconds(10);

    public Backfill {
        products = Set.copyOf(products);
    }

    /** Those of which the ledger does not know yet what became of them, in the order of their ids. */
    public Set<String> outstanding(String siteId, Ledger ledger) {
        Set<String> outstanding = new TreeSet<>(products);
        ledger.intake(siteId).stream()
                .map(IntakeRecord::product)
                .map(ProductId::id)
                .collect(Collectors.toCollection(HashSet::new))
                .forEach(outstanding::remove);
        return outstanding;
    }
    /** Until when it is waited for at most: what is not taken in by then has failed, and the rest must not wait for it. */
    public Instant waitedForUntil() {
        return begunAt.plus(FAILING).plus(EACH.multipliedBy(products.size()));
    }

    /** Whether it is to be waited for. Products that are read again, because of new bounds, have an outcome already. */
    public boolean isUnderWay(String siteId, Ledger ledger, Instant now) {
        return now.isBefore(waitedForUntil()) && !outstanding(siteId, ledger).isEmpty();
    }
}
