package org.heatwatch.history;

import java.util.Optional;
import org.heatwatch.baseline.ExcessOverBaseline;
import org.heatwatch.hotspot.HotSpots;

/**
 * A scene's excesses with what they are to be judged by.
 *
 * @param dormantNumber its number among the scenes that make the baselines, if it is one of them
 */
record MeasuredScene(
        IdleStratum stratum, IdleStratum.SceneExcesses excesses, Optional<Integer> dormantNumber, MaskedPlaces masked) {

    /** Empty if the roof was hidden or has too few dormant looks; a dormant scene is judged as if it had taken no part. */
    Optional<ExcessOverBaseline> judge(int roof, double extraVariance) {
        return dormantNumber
                .map(number -> stratum.judgeDormant(number, roof))
                .orElseGet(() -> stratum.judge(excesses, roof, extraVariance));
    }

    HotSpots hotSpots(double extraVariance) {
        return stratum.hotSpots(excesses, extraVariance);
    }
}
