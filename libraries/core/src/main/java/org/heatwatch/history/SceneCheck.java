package org.heatwatch.history;

import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.background.Alignment;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Tier;
import org.heatwatch.site.Pass;

/**
 * How far a scene can be trusted, by what its idle parcels show.
 *
 * @param product that the scene was read from
 * @param isDormant whether it is one of the scenes that baselines are learned from
 * @param alignment on the idle map, if there is a map and the scene's grid is resolved
 * @param parcels idle parcels that were seen
 * @param commonMode median excess of the idle parcels, effective kelvin
 * @param commonModeDeviation the same in its usual standard deviations
 * @param parcelSpread robust standard deviation of the idle parcels' z: 1 is usual
 * @param hotSpots hot places, outlined or not; empty for a dormant scene and where nothing can be judged
 * @param suspicions why nothing may be announced from it; empty for a good scene
 */
public record SceneCheck(
        ProductId product,
        Pass pass,
        boolean isDormant,
        Optional<Alignment> alignment,
        int parcels,
        double commonMode,
        double commonModeDeviation,
        double parcelSpread,
        Optional<HotSpots> hotSpots,
        List<String> suspicions) {

    /** Above it, in metres, the idle map says less of where a scene lies than a product's usual accuracy. */
    private static final double LARGEST_SHIFT_ERROR = 4;

    private static final double LARGEST_SHIFT = 30;

    public SceneCheck {
        suspicions = List.copyOf(suspicions);
    }

    /** Whether it is known to lie where it says: a real-time product must be told so by the idle map. */
    public boolean isPlaced() {
        return product.tier() != Tier.RT || alignment.map(SceneCheck::isGood).orElse(false);
    }

    static boolean isGood(Alignment alignment) {
        return alignment.shiftError() < LARGEST_SHIFT_ERROR
                && Math.hypot(alignment.shiftEast(), alignment.shiftNorth()) < LARGEST_SHIFT;
    }

    public boolean isSuspect() {
        return !suspicions.isEmpty();
    }
}
