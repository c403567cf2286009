package org.heatwatch.history;

import java.util.Optional;
import java.util.OptionalInt;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.hotspot.HotSpots;

/**
 * A scene's excesses and the baseline that they are judged against.
 *
 * @param referenceIndex its index among the reference scenes of the baseline, if it is one of them
 * @param masked positions of the masked samples
 */
record MeasuredScene(
        RegimeBaseline baseline, SceneExcesses excesses, OptionalInt referenceIndex, MaskedSamples masked) {

    boolean isReference() {
        return referenceIndex.isPresent();
    }

    /**
     * Judges a footprint; empty if it was hidden or has too few reference observations. A reference scene is judged
     * against a baseline without it.
     *
     * @param activity of the reference parcels before the scene
     */
    Optional<ExcessOverBaseline> judge(int footprint, double extraVariance, ParcelActivity activity) {
        return isReference()
                ? baseline.judgeLeaveOneOut(referenceIndex.getAsInt(), footprint)
                : baseline.judge(excesses, footprint, extraVariance, activity);
    }

    /** Hot spots, inside and outside of footprints. */
    HotSpots hotSpots(double extraVariance) {
        return baseline.hotSpots()
                .find(excesses.residual(), extraVariance, baseline.watched().listed());
    }

    PassResidual residual() {
        return new PassResidual(excesses.residual(), Math.sqrt(excesses.variance()));
    }
}
