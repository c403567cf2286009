package org.heatwatch.history;

import org.heatwatch.state.Confidence;
import org.heatwatch.state.HeatScore;

/** What one pass says of one roof. */
public sealed interface LookOutcome {

    /**
     * Seen, and judged by the roof's own idle behaviour.
     *
     * @param effectiveKelvin how much warmer than its idle self, effective kelvin
     * @param standardError of it, effective kelvin
     * @param z the one over the other
     * @param visibleFraction share of the roof's weight that was visible, 0.8 to 1
     * @param survivesControl whether it stands out among all facilities of the pass, false discoveries held to a tenth
     *     (Benjamini and Hochberg 1995)
     */
    record Scored(
            double effectiveKelvin,
            double standardError,
            double z,
            HeatScore heat,
            double visibleFraction,
            Confidence confidence,
            boolean survivesControl)
            implements LookOutcome {}

    /**
     * Nothing can be said, which is not the same as cold.
     *
     * @param reason in words, for people
     */
    record NoObservation(String reason, double visibleFraction) implements LookOutcome {}

    /**
     * Seen, but too few dormant looks of this kind are known to judge it.
     *
     * @param reason in words, for people
     */
    record Uncalibrated(String reason) implements LookOutcome {}
}
