package org.heatwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NativeGridTest {
    private static final NativeGrid GRID =
            new NativeGrid(13.06, 101.12, 97.27, -0.0018, 0.25, 0.6, 500_000, 4_000_000, 0);

    /**
     * Values of the Python reference implementation: locate() of a pixel 1,000 m east and 400 m south, positions() of
     * (3, -2).
     */
    @Test
    void agreesWithTheReferenceOnPositionsAndIndices() {
        assertThat(GRID.across(501_000, 3_999_600)).isCloseTo(10.274405159689, within(1e-7));
        assertThat(GRID.along(501_000, 3_999_600)).isCloseTo(1.082762374738, within(1e-7));
        assertThat(GRID.east(3, -2)).isCloseTo(500_000 + 350.672923450, within(1e-6));
        assertThat(GRID.north(3, -2)).isCloseTo(4_000_000 - -58.447800563, within(1e-6));
    }

    @Test
    void positionsAndIndicesAreInverseForABentGrid() {
        NativeGrid bent = GRID.withBend(3);
        double east = bent.east(17.3, -41.8);
        double north = bent.north(17.3, -41.8);

        assertThat(bent.across(east, north)).isCloseTo(17.3, within(1e-9));
        assertThat(bent.along(east, north)).isCloseTo(-41.8, within(1e-9));
        assertThat(bent.east(0, 40)).isNotCloseTo(GRID.east(0, 40), within(10.0));
    }

    @Test
    void positionsAndIndicesAreInverseOverRelief() {
        Relief relief = new Relief(7.5, List.of(new Relief.Wave(400, 2e-3, 1e-3, 0.5)));
        NativeGrid over = GRID.withRelief(relief);
        double east = over.east(5, -8);
        double north = over.north(5, -8);

        assertThat(over.across(east, north)).isCloseTo(5, within(1e-9));
        assertThat(over.along(east, north)).isCloseTo(-8, within(1e-9));
        assertThat(over.across(east, north) - GRID.across(east, north))
                .isCloseTo(relief.height(east, north) * Math.tan(Math.toRadians(7.5)) / 101.12, within(1e-9));
    }

    @Test
    void phasesDependOnTheReferencePoint() {
        double[] phases = GRID.phasesAt(501_234, 3_998_765);
        NativeGrid moved = new NativeGrid(13.06, 101.12, 97.27, -0.0018, phases[0], phases[1], 501_234, 3_998_765, 0);

        double u = GRID.across(moved.east(5, 7), moved.north(5, 7));
        double v = GRID.along(moved.east(5, 7), moved.north(5, 7));

        assertThat(Arrays.stream(phases)).allMatch(p -> p >= 0 && p < 1);
        assertThat(u).isCloseTo(Math.rint(u), within(1e-7));
        assertThat(v).isCloseTo(Math.rint(v), within(1e-7));
    }

    @Test
    void randomGridsStayWithinThePrior() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            NativeGrid grid = NativeGrid.random(random, -12);

            assertThat(grid.rotationDegrees()).isBetween(-12.3, -11.7);
            assertThat(grid.acrossMetres()).isBetween(100.6, 101.6);
            assertThat(grid.alongMetres()).isBetween(96.8, 97.8);
            assertThat(grid.shear()).isBetween(-0.003, 0.003);
        }
    }
}
