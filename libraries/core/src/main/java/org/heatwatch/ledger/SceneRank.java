package org.heatwatch.ledger;

import java.util.Comparator;
import org.heatwatch.landsat.ProductRank;

/**
 * Rank of a scene record among those of the same acquisition; a record of a higher rank replaces one of a lower rank.
 * The order is by resolved grid, then by the product's tier, level and processing date, then by the versions of the
 * bounds and of the sample extraction. Two records of equal rank are of the same product and have the same content.
 *
 * @param boundsVersion version of the site's bounds, from 1
 * @param extractionVersion version of the sample extraction, from 1
 */
public record SceneRank(boolean gridResolved, ProductRank product, int boundsVersion, int extractionVersion)
        implements Comparable<SceneRank> {

    private static final Comparator<SceneRank> ORDER = Comparator.comparing(SceneRank::gridResolved)
            .thenComparing(SceneRank::product)
            .thenComparingInt(SceneRank::boundsVersion)
            .thenComparingInt(SceneRank::extractionVersion);

    public SceneRank {
        if (boundsVersion < 1 || extractionVersion < 1) {
            throw new IllegalArgumentException(
                    "versions start at 1: bounds %d, sample extraction %d".formatted(boundsVersion, extractionVersion));
        }
    }

    /** Whether a record of the other rank would not replace a record of this rank. */
    public boolean atLeast(SceneRank other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(SceneRank other) {
        return ORDER.compare(this, other);
    }
}
