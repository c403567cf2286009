package org.heatwatch.estimation.hotspot;

import java.util.List;

/**
 * The hot spots of one scene within the search area.
 *
 * @param observedShare share of the area that could be judged, 0 to 1; the rest is hidden or has no baseline
 * @param threshold largest p-value at one position that counts as a detection
 * @param spots the highest z first
 */
public record HotSpots(double observedShare, double threshold, List<HotSpot> spots) {

    public HotSpots {
        spots = List.copyOf(spots);
        if (!(observedShare >= 0 && observedShare <= 1)) {
            throw new IllegalArgumentException(
                    "the observed share must be between 0 and 1: %s".formatted(observedShare));
        }
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("the threshold must be between 0 and 1: %s".formatted(threshold));
        }
    }
}
