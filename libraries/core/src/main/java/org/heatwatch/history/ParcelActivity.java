package org.heatwatch.history;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/**
 * Which reference parcels have warmed up since the reference period, so that later scenes are no longer checked with
 * them. A cumulative sum (Page 1954) of each parcel's z, centred on the median of the scene and divided by its
 * spread where that exceeds 1; the decision for a scene
 * depends on earlier scenes only. A parcel that has warmed up is never used again.
 *
 * @param sums cumulative sum of each parcel, by index of its footprint; absent: 0
 */
record ParcelActivity(Map<Integer, Double> sums) {
    /** Before the first scene after the reference period: all parcels are quiet. */
    static final ParcelActivity NONE = new ParcelActivity(Map.of());

    /** Mean z that is tolerated: the error of a baseline and a small drift do not accumulate. */
    private static final double TOLERATED = 1;

    /** Sum above which a parcel has warmed up: two standard errors above the median in six or seven scenes. */
    private static final double LARGEST_SUM = 6;

    private static final double LARGEST_Z = 4;
    private static final int FEWEST_PARCELS = 5;
    private static final double MAD_TO_DEVIATION = 1.4826;

    ParcelActivity {
        sums = Map.copyOf(sums);
    }

    /** Whether a parcel has not warmed up so far. */
    boolean isQuiet(int parcel) {
        return sums.getOrDefault(parcel, 0.0) <= LARGEST_SUM;
    }

    /** The footprints of reference parcels that have warmed up so far. */
    BitSet warm() {
        BitSet warm = new BitSet();
        sums.keySet().stream().filter(parcel -> !isQuiet(parcel)).forEach(warm::set);
        return warm;
    }

    /**
     * Updates the sums with a scene.
     *
     * @param parcels indices of the reference parcels
     * @param excesses of all footprints
     */
    ParcelActivity after(List<Integer> parcels, List<Optional<ExcessOverBaseline>> excesses) {
        double[] z = parcels.stream()
                .filter(this::isQuiet)
                .flatMap(parcel -> excesses.get(parcel).stream())
                .mapToDouble(ExcessOverBaseline::z)
                .toArray();
        if (z.length < FEWEST_PARCELS) {
            return this;
        }
        double median = Median.withDefaults().withCopy(true).evaluate(z);
        double spread = MAD_TO_DEVIATION
                * Median.withDefaults()
                        .evaluate(
                                Arrays.stream(z).map(v -> Math.abs(v - median)).toArray());
        Map<Integer, Double> next = new HashMap<>(sums);
        for (int parcel : parcels) {
            if (isQuiet(parcel)) {
                excesses.get(parcel).ifPresent(excess -> {
                    double deviate = Math.clamp((excess.z() - median) / Math.max(1, spread), -LARGEST_Z, LARGEST_Z);
                    next.merge(
                            parcel,
                            Math.max(0, deviate - TOLERATED),
                            (sum, _) -> Math.max(0, sum + deviate - TOLERATED));
                });
            }
        }
        return new ParcelActivity(next);
    }
}
