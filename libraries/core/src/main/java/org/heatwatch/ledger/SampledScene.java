package org.heatwatch.ledger;

import java.util.Optional;
import org.heatwatch.sampling.NativeSamples;

/**
 * A scene and the native samples that were extracted from it.
 *
 * @param samples present if the scene's grid is resolved
 */
public record SampledScene(SceneRecord scene, Optional<StoredSamples> samples) {

    public SampledScene {
        if (scene.isResolved() != samples.isPresent()) {
            throw new IllegalArgumentException("a scene has samples if and only if its grid is resolved");
        }
    }

    /** The clear samples with their positions, in W/(m2 sr um); empty if the grid is unresolved. */
    public Optional<NativeSamples> nativeSamples() {
        return switch (scene.grid()) {
            case SampledGrid.Resolved resolved ->
                samples.map(stored -> stored.on(resolved.grid(), resolved.residual()));
            case SampledGrid.Unresolved _ -> Optional.empty();
        };
    }

    /**
     * Samples under small patches that the product's mask flags as cloud, in W/(m2 sr um); empty if there are none.
     */
    public Optional<NativeSamples> flaggedSamples() {
        return switch (scene.grid()) {
            case SampledGrid.Resolved resolved ->
                samples.filter(stored -> stored.flaggedCount() > 0)
                        .map(stored -> stored.flaggedOn(resolved.grid(), resolved.residual()));
            case SampledGrid.Unresolved _ -> Optional.empty();
        };
    }
}
