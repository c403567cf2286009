package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.heatwatch.simulator.RealWindow;
import org.junit.jupiter.api.Test;

final class RealWindowTest {

    @Test
    void theGridOfMendozaComesBackFromTheOrbitAlone() {
        GridPrior orbit = GridPrior.ofOrbit(RealWindow.mendoza().rotationPrior());

        assertThat(GridRecovery.recover(RealImages.mendoza(), orbit)).isInstanceOf(Recovery.Resolved.class);
    }
}
