package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.Settings;
import org.heatwatch.simulator.SimulatedSamples;
import org.heatwatch.site.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrueResponseTest {
    private static final Building BUILDING = new Building(
            "building", Role.FACILITY, SceneGrid.KAESONG_EAST + 13, SceneGrid.KAESONG_NORTH - 21, 90, 60, 35);

    @ParameterizedTest
    @EnumSource
    void theResponseMatchesTheEffectOfAnExcessOnSimulatedSamples(SpreadShape shape) {
        SceneSimulator plain = SceneSimulator.kaesong()
                .size(64, 64)
                .with(s -> s.withContrast(0).withNoiseKelvin(0).withPointSpread(shape.ofFullWidth(115)));
        SimulatedSamples idle = plain.simulate(1).samples();
        SimulatedSamples hot = plain.excess(BUILDING.corners(), 0.1).simulate(1).samples();
        Settings settings = plain.simulate(1).settings();
        double perKelvin = settings.atmosphere().transmittance()
                * settings.atmosphere().emissivity()
                * settings.satellite().planck().slope(settings.meanKelvin());
        TrueResponse response = TrueResponse.of(BUILDING, settings.pointSpread());

        double most = 0;
        for (int v = hot.firstAlong(); v < hot.firstAlong() + hot.alongCount(); v++) {
            for (int u = hot.firstAcross(); u < hot.firstAcross() + hot.acrossCount(); u++) {
                double added = (hot.radiance(u, v) - idle.radiance(u, v)) / perKelvin / 0.1;
                if (!Double.isNaN(added)) {
                    double expected = response.at(
                            hot.grid().east(u, v),
                            hot.grid().north(u, v),
                            hot.grid().rotationDegrees());
                    assertThat(added).isCloseTo(expected, within(0.005));
                    most = Math.max(most, expected);
                }
            }
        }
        assertThat(most).isBetween(0.15, 0.5);
    }
}
