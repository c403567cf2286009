package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.heatwatch.simulator.RealWindow;
import org.junit.jupiter.api.Test;

final class RealWindowTest {

    @Test
    void theGridOfTalcaComesBackFromTheOrbitAlone() {
        GridPrior orbit = GridPrior.ofOrbit(RealWindow.talca().rotationPrior());

        assertThat(GridRecovery.recover(RealImages.talca(), orbit)).isInstanceOf(Recovery.Resolved.class);
    }
}
