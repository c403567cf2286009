package org.heatwatch.state;

import java.util.stream.Stream;
import org.heatwatch.landsat.Tier;

/** Confidence in one observation, apart from its standard error. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    private static final double WHOLLY_VISIBLE = 0.95;
    private static final double CLEAR_METRES = 2000;
    private static final double ORDINARY_COMMON_MODE = 2;
    private static final int MANY_REFERENCE_OBSERVATIONS = 24;

    /**
     * Rates an observation by five criteria: high if all are met, medium if all but one are, otherwise low. A criterion
     * whose value is NaN is not met.
     *
     * @param tier collection tier of the product; only T1 meets the criterion
     * @param visibleFraction visible share of the footprint's weight, 0 to 1
     * @param metresToMask distance to the nearest masked pixel; infinite if there is none
     * @param commonMode common mode of the scene's reference parcels, in its usual standard deviations
     * @param referenceObservations number of reference observations in the facility's baseline
     */
    public static Confidence of(
            Tier tier, double visibleFraction, double metresToMask, double commonMode, int referenceObservations) {
        long unmet = Stream.of(
                        tier == Tier.T1,
                        visibleFraction >= WHOLLY_VISIBLE,
                        metresToMask >= CLEAR_METRES,
                        Math.abs(commonMode) < ORDINARY_COMMON_MODE,
                        referenceObservations >= MANY_REFERENCE_OBSERVATIONS)
                .filter(holds -> !holds)
                .count();
        if (unmet == 0) {
            return HIGH;
        }
        return unmet == 1 ? MEDIUM : LOW;
    }
}
