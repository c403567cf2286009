package org.heatwatch.estimation.background;

/**
 * A scene of the reference period, from which the background model is learned.
 *
 * @param samples of the scene
 * @param trust weight of the scene, above 0 and at most 1: the confidence that all facilities were idle
 */
public record ReferenceScene(SceneSamples samples, double trust) {

    public ReferenceScene {
        if (!(trust > 0 && trust <= 1)) {
            throw new IllegalArgumentException(
                    "the weight of a reference scene must be above 0 and at most 1: %s".formatted(trust));
        }
    }

    /** Whether the facilities were certainly idle, so that samples near them are used too. */
    public boolean isCertain() {
        return trust == 1;
    }
}
