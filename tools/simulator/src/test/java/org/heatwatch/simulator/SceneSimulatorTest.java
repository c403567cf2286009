package org.heatwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SceneSimulatorTest {
    private static final SceneSimulator SITE =
            SceneSimulator.kaesong().size(60, 50).landscapeSeed(7).prepared();

    @Test
    void theSameSeedGivesTheSamePixels() {
        int[] once = SITE.simulate(3).digitalNumbers();

        assertThat(SITE.simulate(3).digitalNumbers()).isEqualTo(once);
        assertThat(SITE.simulate(4).digitalNumbers()).isNotEqualTo(once);
    }

    @Test
    void everyPixelHasAValueNearTheTemperatureOfTheGround() {
        SimulatedScene scene = SITE.simulate(3);
        Planck planck = scene.settings().satellite().planck();

        assertThat(Arrays.stream(scene.radiances()))
                .allSatisfy(radiance -> assertThat(
                                planck.temperature(scene.settings().atmosphere().blackBody(radiance)))
                        .isBetween(285.0, 310.0));
    }

    @Test
    void uniformGroundIsMeasuredAtItsTemperature() {
        SceneSimulator plain =
                SITE.with(s -> s.withContrast(0).withNoiseKelvin(0).withMeanKelvin(291));
        SimulatedScene scene = plain.simulate(1);

        double kelvin = scene.settings()
                .satellite()
                .planck()
                .temperature(scene.settings().atmosphere().blackBody(scene.radiances()[1234]));

        assertThat(kelvin).isCloseTo(291, within(1e-9));
        assertThat(Arrays.stream(scene.digitalNumbers()).distinct()).hasSize(1);
    }

    @Test
    void aHotRoofWarmsOnlyThePixelsAroundIt() {
        double east = SceneGrid.KAESONG_EAST;
        double north = SceneGrid.KAESONG_NORTH;
        double[][] roof = Polygons.rectangle(east, north, 80, 60, 20);
        int[] idle = SITE.simulate(3).digitalNumbers();

        int[] hot = SITE.excess(roof, 8).simulate(3).digitalNumbers();

        int middle = 25 * 60 + 30;
        assertThat(hot[middle] - idle[middle]).isBetween(100, 1500);
        assertThat(hot[0]).isEqualTo(idle[0]);
    }

    @Test
    void aCloudAndItsShadowAreColdAndFlagged() {
        double east = SceneGrid.KAESONG_EAST + 200;
        double north = SceneGrid.KAESONG_NORTH - 200;
        SimulatedScene clear = SITE.simulate(3);

        SimulatedScene cloudy =
                SITE.clouds(List.of(Cloud.rectangle(east, north, 300, 300))).simulate(3);

        int column =
                (int) Math.round((east - cloudy.scene().east(cloudy.window().column())) / 30);
        int row = (int) Math.round((cloudy.scene().north(cloudy.window().row()) - north) / 30);
        int at = row * 60 + column;
        assertThat(cloudy.quality()[at]).isEqualTo(22280);
        assertThat(cloudy.quality()[at + 7]).isEqualTo(21826);
        assertThat(cloudy.digitalNumbers()[at]).isLessThan(clear.digitalNumbers()[at] - 5000);
        int shadow = (row - 23) * 60 + column - 17;
        assertThat(cloudy.quality()[shadow]).isEqualTo(23888);
        assertThat(cloudy.digitalNumbers()[shadow]).isLessThan(clear.digitalNumbers()[shadow]);
    }

    @Test
    void snowHasAlmostNoContrast() {
        SimulatedScene scene = SITE.snow().simulate(3);

        assertThat(scene.truth().contrast(10)).isLessThan(0.1);
        assertThat(scene.quality()).containsOnly(30048);
    }

    @Test
    void aMisregisteredProductShowsTheNeighbouringGround() {
        SceneSimulator fixed =
                SITE.with(s -> s.withNoiseKelvin(0)).grid(SITE.simulate(1).grid());
        double[] shifted = fixed.with(s -> s.withOffset(30, 0)).simulate(1).radiances();
        NativeGrid grid = SITE.simulate(1).grid();
        double[] moved = fixed.grid(grid.about(grid.referenceEast() + 30, grid.referenceNorth()))
                .simulate(1)
                .radiances();

        assertThat(shifted[1234]).isCloseTo(moved[1235], within(1e-9));
    }

    @Test
    void aLandscapeThatIsTooSmallIsRejected() {
        Landscape small = Landscape.random(new Extent(290_000, 4_201_000, 100, 100), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SITE.landscape(small).simulate(1))
                .withMessageContaining("no ground around");
    }

    @Test
    void aPreparedLandscapeSufficesForEveryPointSpreadAndForASmallerWindow() {
        Landscape drawn = Landscape.random(SITE.extent(), 7);

        int[] wide = SITE.landscape(drawn)
                .with(s -> s.withPointSpread(SensorPointSpread.wideTails(115)))
                .simulate(3)
                .digitalNumbers();
        int[] box = SITE.size(40, 40)
                .landscape(drawn)
                .with(s -> s.withPointSpread(SensorPointSpread.detectorBox(115)))
                .simulate(3)
                .digitalNumbers();

        assertThat(wide).hasSize(3000).isNotEqualTo(SITE.simulate(3).digitalNumbers());
        assertThat(box).hasSize(1600);
    }

    @Test
    void randomCloudsCoverAboutTheRequestedShare() {
        List<Cloud> clouds = Cloud.random(new SplittableRandom(5), SITE.extent(), 0.4);

        SimulatedScene scene = SITE.clouds(clouds).simulate(3);

        long cloudy = Arrays.stream(scene.quality()).filter(qa -> (qa & 8) != 0).count();
        assertThat(cloudy).isBetween(100L, 2900L);
    }

    @Test
    void anUnflaggedCloudIsNotInTheMask() {
        Cloud missed =
                Cloud.blob(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, 300).withFlagged(false);

        SimulatedScene scene = SITE.clouds(List.of(missed)).simulate(3);

        assertThat(scene.quality()).containsOnly(21824);
        assertThat(scene.digitalNumbers()[25 * 60 + 30])
                .isLessThan(SITE.simulate(3).digitalNumbers()[25 * 60 + 30] - 5000);
    }
}
