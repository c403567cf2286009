package org.heatwatch.ledger;

import java.util.Comparator;
import org.heatwatch.landsat.ProductRank;

/**
 * How good a reading of an acquisition is; the greater replaces the lesser. A resolved grid decides first, then the
 * product's tier, level and processing date, then the versions of the bounds and of the sampler. Two readings of equal
 * rank are of one product and hold the same.
 *
 * @param boundsVersion of the site's bounds that were clipped, from 1
 * @param samplerVersion of what read the clip, from 1
 */
public record SceneRank(boolean gridResolved, ProductRank product, int boundsVersion, int samplerVersion)
        implements Comparable<SceneRank> {

    private static final Comparator<SceneRank> ORDER = Comparator.comparing(SceneRank::gridResolved)
            .thenComparing(SceneRank::product)
            .thenComparingInt(SceneRank::boundsVersion)
            .thenComparingInt(SceneRank::samplerVersion);

    public SceneRank {
        if (boundsVersion < 1 || samplerVersion < 1) {
            throw new IllegalArgumentException(
                    "versions start at 1: bounds %d, sampler %d".formatted(boundsVersion, samplerVersion));
        }
    }

    /** Whether this reading leaves no room for the other one. */
    public boolean atLeast(SceneRank other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(SceneRank other) {
        return ORDER.compare(this, other);
    }
}
