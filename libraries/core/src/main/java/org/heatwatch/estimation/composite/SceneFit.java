package org.heatwatch.estimation.composite;

/**
 * A scene's own parameters in the joint fit.
 *
 * @param level effective kelvin to which the maps are added
 * @param contrast factor of the idle ground
 * @param shiftEast easterly displacement of the scene from the maps, in metres
 * @param shiftNorth northerly displacement of the scene from the maps, in metres
 * @param scatter robust standard deviation of a sample, effective kelvin
 */
record SceneFit(double level, double contrast, double shiftEast, double shiftNorth, double scatter) {
    static final SceneFit INITIAL = new SceneFit(0, 1, 0, 0, 1);

    /** Factors of the four maps in this scene: steady ground, cosine and sine of the yearly cycle, excess. */
    double[] factors(CompositeScene scene) {
        return new double[] {
            contrast,
            contrast * scene.samples().cosine(),
            contrast * scene.samples().sine(),
            scene.isInPeriod() ? 1 : 0
        };
    }
}
