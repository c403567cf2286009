package org.heatwatch.validation;

import org.heatwatch.simulator.SceneSimulator;

/**
 * Excess of a building, or of an area of changed ground, over the landscape in one scene.
 *
 * @param id id of the building or area
 * @param outline its outline is a rectangle at the true position
 * @param isOpaque whether it hides the background scatter of the ground below
 * @param constant excess in kelvin at a contrast of 1
 * @param variation idle variability and drift in this scene in kelvin
 * @param activity excess in kelvin due to activity
 */
record SimulatedExcess(
        String id, Building outline, boolean isOpaque, double constant, double variation, double activity) {
    static SimulatedExcess ofBuilding(Building building, double constant, double variation, double activity) {
        return new SimulatedExcess(building.id(), building, /* isOpaque= */ true, constant, variation, activity);
    }

    /** Changed ground, warmer by this number of kelvin at a contrast of 1. */
    static SimulatedExcess ofGround(Building area, double constant) {
        return new SimulatedExcess(
                area.id(), area, /* isOpaque= */ false, constant, /* variation= */ 0, /* activity= */ 0);
    }

    /** Adds the area to a simulator, with this excess in kelvin. */
    SceneSimulator addTo(SceneSimulator simulator, double kelvin) {
        return isOpaque
                ? simulator.excess(outline.corners(), kelvin)
                : simulator.groundExcess(outline.corners(), kelvin);
    }
}
