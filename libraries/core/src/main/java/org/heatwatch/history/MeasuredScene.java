package org.heatwatch.history;

import java.util.Optional;
import java.util.OptionalInt;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.hotspot.HotSpots;

/**
 * A scene's excesses with what they are to be judged by.
 *
 * @param referenceIndex its index among the scenes that make the baselines, if it is one of them
 */
record MeasuredScene(RegimeBaseline baseline, SceneExcesses excesses, OptionalInt referenceIndex, MaskedPlaces masked) {

    boolean isReference() {
        return referenceIndex.isPresent();
    }

    /**
     * Judges a footprint; empty if it was hidden or has too few reference observations. A reference scene is judged as if
     * it had taken no part.
     */
    Optional<ExcessOverBaseline> judge(int footprint, double extraVariance) {
        return isReference()
                ? baseline.judgeLeftOut(referenceIndex.getAsInt(), footprint)
                : baseline.judge(excesses, footprint, extraVariance);
    }

    /** Hot spots, outlined or not. */
    HotSpots hotSpots(double extraVariance) {
        return baseline.hotSpots()
                .find(excesses.residual(), extraVariance, baseline.watched().features());
    }

    PassResidual residual() {
        return new PassResidual(excesses.residual(), Math.sqrt(excesses.variance()));
    }
}
