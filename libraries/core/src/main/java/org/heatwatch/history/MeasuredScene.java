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
 * @param known hot spots of the last evaluation
 */
record MeasuredScene(
        RegimeBaseline baseline,
        SceneExcesses excesses,
        OptionalInt referenceIndex,
        MaskedSamples masked,
        KnownHotSpots known) {

    /** Largest background scatter of a usual scene, in units of the median of the reference scenes. */
    private static final double LARGEST_SCATTER = 4;

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

    /** Whether the background scatter is near that of the reference scenes, so that the scene can show a drift. */
    boolean hasUsualScatter() {
        return excesses.variance()
                <= LARGEST_SCATTER * LARGEST_SCATTER * baseline.usual().variance();
    }

    /** Hot spots, inside and outside of footprints; empty if none are searched for. */
    Optional<HotSpots> hotSpots(double extraVariance) {
        return baseline.hotSpots()
                .map(detector -> known.of(
                        extraVariance,
                        variance -> detector.find(
                                excesses.residual(),
                                variance,
                                baseline.watched().listed())));
    }

    PassResidual residual() {
        return new PassResidual(excesses.residual(), Math.sqrt(excesses.variance()));
    }
}
