package org.heatwatch.estimation.composite;

import org.heatwatch.estimation.background.SceneSamples;

/**
 * A scene that enters a composite.
 *
 * @param samples in effective kelvin, relative to the median of the scene
 * @param trust weight of the scene, above 0 and at most 1: below 1 for a reference scene that is not certainly idle
 * @param role what the scene contributes to
 */
public record CompositeScene(SceneSamples samples, double trust, SceneRole role) {

    /** What a scene contributes to. */
    public enum SceneRole {
        /** The idle ground and its yearly cycle. */
        REFERENCE,
        /** The idle ground and, in addition, the excess. */
        PERIOD
    }

    public CompositeScene {
        if (!(trust > 0 && trust <= 1)) {
            throw new IllegalArgumentException("the weight of a scene must be above 0 and at most 1: " + trust);
        }
    }

    /** Whether the excess of the composite is part of this scene. */
    boolean isInPeriod() {
        return role == SceneRole.PERIOD;
    }
}
