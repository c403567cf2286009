package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.Relief;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recovery of the grid over mountains: relief of 1,000 m within 60 pixels, seen at up to 7.5 degrees. */
final class BentGridTest {
    private static final GridPrior ORBIT = GridPrior.ofOrbit(SceneSimulator.DAY_ROTATION);
    private static final int SIDE = 60;
    private static final double COUNT = 3.342e-4;
    private static final double COUNT_OFFSET = 0.1;

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.argumentSet("usual mountains, 7.5 degrees", 2L, 7.5, 1.5),
                Arguments.argumentSet("usual mountains, -7.5 degrees", 3L, -7.5, 1.5),
                Arguments.argumentSet("usual mountains, 3 degrees", 2L, 3.0, 1.5),
                Arguments.argumentSet("rough mountains, 7.5 degrees", 4L, 7.5, 0.6),
                Arguments.argumentSet("rough mountains, -7.5 degrees", 1L, -7.5, 1.0));
    }

    private static SimulatedScene scene(long seed, double viewDegrees, double roughness) {
        SceneSimulator site = SceneSimulator.kaesong().size(SIDE, SIDE).landscapeSeed(seed);
        PixelWindow window = site.window();
        SplittableRandom random = new SplittableRandom(seed);
        Relief relief = Relief.mountains(random, 1000, viewDegrees, roughness, site.scene(), window);
        assertThat(relief.range(site.scene(), window)).isCloseTo(1000, within(1e-6));
        NativeGrid flat = NativeGrid.random(random, SceneSimulator.DAY_ROTATION)
                .about(window.centreEast(site.scene()), window.centreNorth(site.scene()));
        return site.grid(flat.withRelief(relief)).simulate(seed);
    }

    private static Recovery.Resolved resolved(ThermalImage image) {
        Recovery recovery = GridRecovery.recover(image, ORBIT);
        assertThat(recovery).isInstanceOf(Recovery.Resolved.class);
        return (Recovery.Resolved) recovery;
    }

    /** Distances in metres of the found samples from the nearest true ones. */
    private static List<Double> distances(NativeGrid truth, NativeSamples found) {
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < found.count(); i++) {
            double across = Math.rint(truth.across(found.east(i), found.north(i)));
            double along = Math.rint(truth.along(found.east(i), found.north(i)));
            distances.add(
                    Math.hypot(truth.east(across, along) - found.east(i), truth.north(across, along) - found.north(i)));
        }
        return distances;
    }

    @ParameterizedTest
    @MethodSource("views")
    void steepReliefLeavesLessThanFiveCountsAndTheSamplesAreWithinMetres(long seed, double view, double roughness) {
        SimulatedScene scene = scene(seed, view, roughness);

        Recovery.Resolved found = resolved(RealImages.of(scene));

        assertThat(found.quality().residual()).isLessThan(5);
        assertThat(found.quality().holdoutError()).isLessThan(5);
        assertThat(found.samples().grid().bend().isNone()).isFalse();
        assertThat(found.samples().grid().geometry().rotationDegrees())
                .isCloseTo(scene.grid().rotationDegrees(), within(0.1));
        assertThat(found.samples().count()).isGreaterThan(180);
        List<Double> distances = distances(scene.grid(), found.samples());
        assertThat(Collections.max(distances)).isLessThan(6);
        assertThat(distances.stream().mapToDouble(d -> d * d).average().orElseThrow())
                .isLessThan(1);
    }

    @Test
    void theSamplesOverReliefHaveTheirValues() {
        SimulatedScene scene = scene(2, 7.5, 1.5);

        NativeSamples found = resolved(RealImages.of(scene)).samples();

        double sum = 0;
        for (int i = 0; i < found.count(); i++) {
            int across = (int) Math.rint(scene.grid().across(found.east(i), found.north(i)));
            int along = (int) Math.rint(scene.grid().along(found.east(i), found.north(i)));
            double truth = (scene.samples().radiance(across, along) - COUNT_OFFSET) / COUNT;
            sum += (found.value(i) - truth) * (found.value(i) - truth);
        }
        assertThat(Math.sqrt(sum / found.count())).isLessThan(3);
    }

    @Test
    void pixelsThatNoGridDescribesGiveNoSamples() {
        ThermalImage image = RealImages.of(scene(2, 7.5, 1.5));
        double[] values = new double[image.size()];
        boolean[] valid = new boolean[image.size()];
        Arrays.fill(valid, true);
        SplittableRandom random = new SplittableRandom(1);
        double level = image.validMean();
        for (int p = 0; p < values.length; p++) {
            boolean isDamaged = isInside(p % SIDE, 12, 26) && isInside(p / SIDE, 12, 26);
            values[p] = isDamaged ? level + random.nextDouble(-300, 300) : image.value(p);
        }
        ThermalImage damaged =
                new ThermalImage(SIDE, SIDE, values, valid, image.west(), image.north(), image.pixelMetres());

        NativeSamples found = resolved(damaged).samples();

        assertThat(found.count()).isGreaterThan(100);
        for (int i = 0; i < found.count(); i++) {
            int column = (int) ((found.east(i) - image.west()) / image.pixelMetres());
            int row = (int) ((image.north() - found.north(i)) / image.pixelMetres());
            assertThat(isInside(column, 12, 26) && isInside(row, 12, 26)).isFalse();
        }
    }

    private static boolean isInside(int index, int first, int end) {
        return index >= first && index < end;
    }

    @Test
    void flatGroundKeepsAnAffineGrid() {
        SimulatedScene flat =
                SceneSimulator.kaesong().size(SIDE, SIDE).landscapeSeed(2).simulate(2);

        assertThat(resolved(RealImages.of(flat)).samples().grid().bend()).isEqualTo(GridBend.NONE);
    }

    @Test
    void aBentGridIsUnchangedByItsStoredForm() {
        SamplingGrid grid =
                resolved(RealImages.of(scene(2, 7.5, 1.5))).samples().grid();

        GridBend read = GridBend.ofNumbers(grid.bend().numbers());

        assertThat(read).isEqualTo(grid.bend());
        assertThat(GridBend.ofNumbers(List.of())).isEqualTo(GridBend.NONE);
    }

    @Test
    void indexAndPositionOfABentGridAreInverseForAnyOrigin() {
        SamplingGrid grid =
                resolved(RealImages.of(scene(3, -7.5, 1.5))).samples().grid();
        SamplingGrid moved = grid.about(grid.originEast() + 331, grid.originNorth() - 612);
        for (int across = -6; across <= 6; across++) {
            for (int along = -6; along <= 6; along++) {
                double[] at = grid.positionOf(across, along);
                assertThat(grid.indexOf(at[0], at[1])).containsExactly(new double[] {across, along}, within(1e-7));
                double[] index = moved.indexOf(at[0], at[1]);
                assertThat(index[0]).isCloseTo(Math.rint(index[0]), within(1e-7));
                assertThat(index[1]).isCloseTo(Math.rint(index[1]), within(1e-7));
            }
        }
    }
}
