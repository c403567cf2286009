package org.heatwatch.estimation.background;

/**
 * A scene that shows the idle site.
 *
 * @param trust 0 to 1: how far nothing ran
 */
public record DormantScene(SceneSamples samples, double trust) {

    public DormantScene {
        if (!(trust > 0 && trust <= 1)) {
            throw new IllegalArgumentException("a trust of %s is outside 0..1".formatted(trust));
        }
    }

    /** Whether it shows that the facilities too were idle. */
    public boolean isCertain() {
        return trust == 1;
    }
}
