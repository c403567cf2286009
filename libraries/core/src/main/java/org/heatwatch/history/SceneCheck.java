package org.heatwatch.history;

import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.background.Alignment;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Tier;
import org.heatwatch.site.Pass;

/**
 * Quality of a scene, assessed from its reference parcels.
 *
 * @param product that the samples were extracted from
 * @param sky share of the scene that is clear
 * @param isReference whether it is a reference scene of a baseline
 * @param alignment to the background model, if there is one and the scene's grid is resolved
 * @param parcels number of observed reference parcels
 * @param commonMode median excess of the reference parcels, effective kelvin
 * @param commonModeDeviation common mode in units of its standard deviation over the reference scenes
 * @param parcelSpread robust standard deviation of the reference parcels' z; about 1 for a normal scene
 * @param hotSpots inside and outside of footprints; empty for a reference scene and where nothing can be judged
 * @param suspicions reasons why nothing may be announced from the scene; empty for a good scene
 */
public record SceneCheck(
        ProductId product,
        Pass pass,
        ClearSky sky,
        boolean isReference,
        Optional<Alignment> alignment,
        int parcels,
        double commonMode,
        double commonModeDeviation,
        double parcelSpread,
        Optional<HotSpots> hotSpots,
        List<String> suspicions) {

    /**
     * Largest standard error of a reliable shift, in metres; above it, it exceeds a product's usual geometric accuracy.
     */
    private static final double LARGEST_SHIFT_ERROR = 4;

    /** Largest plausible shift, in metres. */
    private static final double LARGEST_SHIFT = 30;

    public SceneCheck {
        suspicions = List.copyOf(suspicions);
    }

    /** Whether its geolocation is confirmed; that of a real-time product requires a reliable alignment. */
    public boolean isPlaced() {
        return product.tier() != Tier.RT || alignment.map(SceneCheck::isGood).orElse(false);
    }

    static boolean isGood(Alignment alignment) {
        return alignment.shiftError() < LARGEST_SHIFT_ERROR
                && Math.hypot(alignment.shiftEast(), alignment.shiftNorth()) < LARGEST_SHIFT;
    }

    /** Whether nothing may be announced from the scene. */
    public boolean isSuspect() {
        return !suspicions.isEmpty();
    }
}
