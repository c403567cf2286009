package org.heatwatch.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.heatwatch.landsat.WrsScene;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.site.Pass;
import org.junit.jupiter.api.Test;

/** The rotation of the grid that follows from the ground track. */
final class GridRotationTest {
    private static final GridRotation ROTATION = GridRotation.at(Shipped.SITE);

    @Test
    void overKoreaItIsThatOfTheScenarios() {
        assertThat(ROTATION.degrees(new WrsScene(116, 34), Pass.DAY))
                .isCloseTo(SceneSimulator.DAY_ROTATION, within(0.15));
        assertThat(ROTATION.degrees(new WrsScene(213, 210), Pass.NIGHT))
                .isCloseTo(SceneSimulator.NIGHT_ROTATION, within(0.15));
    }

    @Test
    void theAdjacentPathHasNearlyTheSame() {
        assertThat(ROTATION.degrees(new WrsScene(115, 34), Pass.DAY))
                .isCloseTo(ROTATION.degrees(new WrsScene(116, 34), Pass.DAY), within(0.1));
    }
}
