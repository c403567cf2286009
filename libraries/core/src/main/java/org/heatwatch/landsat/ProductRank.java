package org.heatwatch.landsat;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * How good a product of an acquisition is; the greater replaces the lesser. Tier decides first, then level, then the
 * later processing date. Only ranks of one acquisition are worth comparing.
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
