package org.heatwatch.landsat;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Rank of a product among those of the same acquisition; a product of a higher rank replaces one of a lower rank. The
 * order is by tier, then by level, then by processing date.
 */
public record ProductRank(Tier tier, Level level, LocalDate processed) implements Comparable<ProductRank> {

    private static final Comparator<ProductRank> ORDER = Comparator.comparing(ProductRank::tier)
            .thenComparing(ProductRank::level)
            .thenComparing(ProductRank::processed);

    @Override
    public int compareTo(ProductRank other) {
        return ORDER.compare(this, other);
    }
}
