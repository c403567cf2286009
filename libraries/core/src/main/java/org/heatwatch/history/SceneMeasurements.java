package org.heatwatch.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.jspecify.annotations.Nullable;

/** Measures scenes against the background models of their regimes; keeps the results of its last run. */
final class SceneMeasurements {
    private final HistoryCache<SceneKey, Optional<MeasuredScene>> measured = new HistoryCache<>();

    /**
     * A scene and everything that its measurement depends on.
     *
     * @param baseline compared by identity, because to compare the reference scenes of each scene takes longer than all
     *     else: the caller keeps the same one while its reference scenes do not change
     */
    private record SceneKey(@Nullable RegimeBaseline baseline, SampledScene scene) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof SceneKey key && key.baseline == baseline && key.scene.equals(scene);
        }

        @Override
        public int hashCode() {
            return scene.hashCode();
        }
    }

    /** Measures each scene; empty where its regime has no baseline or too little of the site was visible. */
    List<Optional<MeasuredScene>> of(List<SampledScene> ordered, Map<Regime, RegimeBaseline> learned) {
        return measured.get(
                ordered.stream()
                        .map(scene -> new SceneKey(learned.get(Regime.of(scene.scene())), scene))
                        .toList(),
                key -> Optional.ofNullable(key.baseline()).flatMap(baseline -> baseline.measure(key.scene())));
    }
}
