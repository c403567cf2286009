package org.heatwatch.state;

import java.util.stream.Stream;
import org.heatwatch.landsat.Tier;

/** How far one look can be trusted, apart from its own error. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    private static final double WHOLLY_VISIBLE = 0.95;
    private static final double CLEAR_METRES = 2000;
    private static final double ORDINARY_COMMON_MODE = 2;
    private static final int MANY_DORMANT_LOOKS = 24;

    /**
     * High if nothing speaks against the look, medium if one thing does, low if more do. What is no number speaks against
     * it.
     *
     * @param visibleFraction share of the facility's weight that was visible, 0 to 1
     * @param metresToMask distance to the nearest masked pixel; infinite if there is none
     * @param commonMode deviation of what the idle parcels of the scene have in common, in standard deviations
     * @param dormantLooks that the facility is judged by
     */
    public static Confidence of(
            Tier tier, double visibleFraction, double metresToMask, double commonMode, int dormantLooks) {
        long against = Stream.of(
                        tier == Tier.T1,
                        visibleFraction >= WHOLLY_VISIBLE,
                        metresToMask >= CLEAR_METRES,
                        Math.abs(commonMode) < ORDINARY_COMMON_MODE,
                        dormantLooks >= MANY_DORMANT_LOOKS)
                .filter(holds -> !holds)
                .count();
        if (against == 0) {
            return HIGH;
        }
        return against == 1 ? MEDIUM : LOW;
    }
}
