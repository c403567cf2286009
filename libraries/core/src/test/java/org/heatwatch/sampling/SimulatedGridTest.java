package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SensorPointSpread;
import org.heatwatch.simulator.SimulatedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recovery of the grid and the samples of simulated scenes. */
final class SimulatedGridTest {
    private static final double COUNT = 3.342e-4;
    private static final double COUNT_OFFSET = 0.1;

    /** Noise of one sample in counts: 0.05 K at 300 K. */
    private static final double NOISE = 21.3;

    private static final SceneSimulator SITE = site(1);

    private static SceneSimulator site(long landscape) {
        return SceneSimulator.kaesong().size(80, 80).landscapeSeed(landscape).prepared();
    }

    static Stream<Arguments> scenes() {
        return Stream.of(1L, 2L, 3L, 4L).flatMap(landscape -> {
            SceneSimulator site = site(landscape);
            return Stream.of(1, 2, 3, 4, 5).map(look -> {
                double rotation = look % 2 == 0 ? SceneSimulator.DAY_ROTATION : SceneSimulator.NIGHT_ROTATION;
                return Arguments.argumentSet(
                        "landscape %d, look %d, %.1f degrees".formatted(landscape, look, rotation),
                        site.rotationPrior(rotation).simulate(10 * landscape + look),
                        GridPrior.ofOrbit(rotation));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void gridAndSamplesAreRecoveredFromTheOrbitAlone(SimulatedScene scene, GridPrior orbit) {
        NativeSamples found = resolved(scene, orbit);

        assertGrid(scene.grid(), found.grid());
        // A tenth of the noise of the samples.
        assertThat(sampleError(scene, found)).isLessThan(3).isLessThan(0.15 * NOISE);
        assertThat(found.count()).isGreaterThan(450);
    }

    @Test
    void aSmallErrorOfAFrozenGeometryIsCorrected() {
        SimulatedScene scene = SITE.simulate(3);
        NativeGrid truth = scene.grid();
        GridPrior frozen = GridPrior.frozen(new GridGeometry(
                truth.rotationDegrees() + 0.02,
                truth.acrossMetres() + 0.08,
                truth.alongMetres() - 0.08,
                truth.shear() + 0.0004));

        NativeSamples found = resolved(scene, frozen);

        assertGrid(truth, found.grid());
        assertThat(sampleError(scene, found)).isLessThan(3);
    }

    @Test
    void aFrozenGeometryIsEnoughWhereCloudsLeaveNoClearPart() {
        List<Cloud> clouds = Cloud.random(new SplittableRandom(1), SITE.extent(), 0.2);
        SimulatedScene scene = SITE.clouds(clouds).simulate(1);
        NativeGrid truth = scene.grid();
        GridPrior frozen = GridPrior.frozen(
                new GridGeometry(truth.rotationDegrees(), truth.acrossMetres(), truth.alongMetres(), truth.shear()));

        assertThat(GridRecovery.recover(RealImages.of(scene), orbit())).isInstanceOf(Recovery.Unresolved.class);
        NativeSamples found = resolved(scene, frozen);
        assertGrid(truth, found.grid());
        assertThat(sampleError(scene, found)).isLessThan(5);
    }

    @Test
    void theGridDoesNotDependOnThePointSpread() {
        List<SensorPointSpread> shapes = List.of(
                SensorPointSpread.detectorBox(115), SensorPointSpread.wideTails(115), SensorPointSpread.gaussian(130));

        assertThat(shapes).allSatisfy(shape -> {
            SimulatedScene scene = SITE.with(s -> s.withPointSpread(shape)).simulate(5);
            NativeSamples found = resolved(scene, orbit());
            assertGrid(scene.grid(), found.grid());
            assertThat(sampleError(scene, found)).isLessThan(3);
        });
    }

    @Test
    void samplesBetweenFlaggedCloudsAreAccurateAndNoneIsUnderThem() {
        SimulatedScene scene = SceneSimulator.kaesong()
                .clouds(List.of(
                        Cloud.blob(SceneGrid.KAESONG_EAST - 1100, SceneGrid.KAESONG_NORTH + 500, 450),
                        Cloud.rectangle(SceneGrid.KAESONG_EAST + 1100, SceneGrid.KAESONG_NORTH - 900, 700, 500)))
                .simulate(6);
        ThermalImage image = RealImages.of(scene);

        NativeSamples found = resolved(scene, orbit());

        assertThat(image.validCount()).isLessThan(image.size() * 9 / 10);
        assertGrid(scene.grid(), found.grid());
        assertThat(sampleError(scene, found)).isLessThan(3);
        assertThat(found.count()).isLessThan(1250);
        for (int i = 0; i < found.count(); i++) {
            int column = (int) ((found.east(i) - image.west()) / image.pixelMetres());
            int row = (int) ((image.north() - found.north(i)) / image.pixelMetres());
            assertThat(image.isValid(row * image.columns() + column)).isTrue();
        }
    }

    @Test
    void aCloudThatTheMaskMissedDoesNotShiftTheGrid() {
        Cloud missed =
                Cloud.blob(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, 300).withFlagged(false);
        SimulatedScene scene = SITE.clouds(List.of(missed)).simulate(2);

        assertGrid(scene.grid(), resolved(scene, orbit()).grid());
    }

    @Test
    void aGridBentByThreeMetresPerKilometreAddsLessThanTheNoise() {
        NativeGrid straight = SITE.simulate(4).grid();
        SimulatedScene scene = SITE.grid(straight.withBend(3)).simulate(4);

        NativeSamples found = resolved(scene, orbit());

        assertThat(found.grid().geometry().rotationDegrees()).isCloseTo(straight.rotationDegrees(), within(0.05));
        assertThat(sampleError(scene, found)).isLessThan(0.4 * NOISE);
    }

    @Test
    void theNoiseOfTheSamplesIsEnoughToResolveSnowWithoutContrast() {
        SimulatedScene scene = SITE.snow().simulate(7);

        NativeSamples found = resolved(scene, orbit());

        assertGrid(scene.grid(), found.grid());
        assertThat(sampleError(scene, found)).isLessThan(0.3);
    }

    private static GridPrior orbit() {
        return GridPrior.ofOrbit(SceneSimulator.DAY_ROTATION);
    }

    private static NativeSamples resolved(SimulatedScene scene, GridPrior prior) {
        Recovery recovery = GridRecovery.recover(RealImages.of(scene), prior);
        assertThat(recovery).isInstanceOf(Recovery.Resolved.class);
        return ((Recovery.Resolved) recovery).samples();
    }

    private static void assertGrid(NativeGrid truth, SamplingGrid found) {
        GridGeometry geometry = found.geometry();
        assertThat(geometry.rotationDegrees()).isCloseTo(truth.rotationDegrees(), within(0.05));
        assertThat(geometry.acrossMetres()).isCloseTo(truth.acrossMetres(), within(0.2));
        assertThat(geometry.alongMetres()).isCloseTo(truth.alongMetres(), within(0.2));
        assertThat(geometry.shear()).isCloseTo(truth.shear(), within(0.001));
        double[] phases = truth.phasesAt(found.originEast(), found.originNorth());
        assertThat(SamplingGrid.phaseDistance(found.phases(), phases)).isLessThan(0.02);
    }

    /** Root mean square difference, in counts, between each recovered sample and the true sample at its position. */
    private static double sampleError(SimulatedScene scene, NativeSamples found) {
        NativeGrid truth = scene.grid();
        double squares = 0;
        for (int i = 0; i < found.count(); i++) {
            int u = (int) Math.rint(truth.across(found.east(i), found.north(i)));
            int v = (int) Math.rint(truth.along(found.east(i), found.north(i)));
            double counts = (scene.samples().radiance(u, v) - COUNT_OFFSET) / COUNT;
            squares += (found.value(i) - counts) * (found.value(i) - counts);
        }
        return Math.sqrt(squares / found.count());
    }
}
