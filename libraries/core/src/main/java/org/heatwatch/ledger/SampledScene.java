package org.heatwatch.ledger;

import java.util.Optional;
import org.heatwatch.sampling.NativeSamples;

/**
 * A scene and what was sampled in it, of one reading.
 *
 * @param samples present if the scene's grid is resolved
 */
public record SampledScene(SceneRecord scene, Optional<StoredSamples> samples) {

    public SampledScene {
        if (scene.isResolved() != samples.isPresent()) {
            throw new IllegalArgumentException("a scene has samples if its grid is resolved, and only then");
        }
    }

    /** The samples in W/(m2 sr um) at their places, empty if the grid is unresolved. */
    public Optional<NativeSamples> nativeSamples() {
        return switch (scene.grid()) {
            case SampledGrid.Resolved resolved -> samples.map(s -> s.on(resolved.grid(), resolved.residual()));
            case SampledGrid.Unresolved _ -> Optional.empty();
        };
    }
}
