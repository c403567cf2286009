package org.heatwatch.estimation.hotspot;

import java.util.List;

/**
 * What one scene shows of a search area.
 *
 * @param observedShare share of the area that could be judged, 0 to 1: where it is not, nothing is known
 * @param threshold largest p-value at one place that counts
 * @param spots the highest z first
 */
public record HotSpots(double observedShare, double threshold, List<HotSpot> spots) {

    public HotSpots {
        spots = List.copyOf(spots);
        if (!(observedShare >= 0 && observedShare <= 1)) {
            throw new IllegalArgumentException("a share of %s was observed".formatted(observedShare));
        }
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("a threshold of %s is no probability".formatted(threshold));
        }
    }
}
