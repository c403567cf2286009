package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The best grid of a real image, and samples on a grid that is known. */
final class GridCandidateTest {
    private static final ThermalImage IMAGE = RealImages.mendoza();
    private static final GridPrior ORBIT = GridPrior.ofOrbit(13.08);

    @Test
    void theBestGridIsTheAcceptedOneIfThereIsNoObjection() {
        GridCandidate best = GridRecovery.candidate(IMAGE, ORBIT, 0.2).orElseThrow();

        assertThat(best.objections()).isEmpty();
        assertThat(GridRecovery.recover(IMAGE, ORBIT)).isInstanceOfSatisfying(Recovery.Resolved.class, resolved -> {
            assertThat(resolved.samples().grid()).isEqualTo(best.samples().grid());
            assertThat(resolved.quality()).isEqualTo(best.quality());
        });
    }

    @Test
    void aStricterShareOfTheHoldoutErrorIsAnObjectionAndTheGridIsStillGiven() {
        GridCandidate best = GridRecovery.candidate(IMAGE, ORBIT, 0.001).orElseThrow();

        assertThat(best.objections()).singleElement().asString().contains("the holdout error is");
        assertThat(best.samples().count()).isPositive();
    }

    @Test
    void anImageWithoutEnoughClearPixelsHasNoCandidate() {
        assertThat(GridRecovery.candidate(IMAGE.masked(new boolean[IMAGE.size()]), ORBIT, 0.2))
                .isEmpty();
    }

    @Test
    void samplesOnAKnownGridLieOnItAndLeaveTheSameResidual() {
        GridCandidate best = GridRecovery.candidate(IMAGE, ORBIT, 0.2).orElseThrow();
        SamplingGrid grid = best.samples().grid();

        FittedSamples fitted = FittedSamples.of(IMAGE, grid, GridPrior.frozen(grid.geometry()));

        assertThat(fitted.samples().residual()).isCloseTo(best.quality().residual(), within(0.2));
        double[] index = grid.indexOf(fitted.samples().east(0), fitted.samples().north(0));
        assertThat(index[0]).isCloseTo(Math.rint(index[0]), within(0.02));
        assertThat(index[1]).isCloseTo(Math.rint(index[1]), within(0.02));
    }

    @Test
    void aValueIsSubtractedFromEachPixel() {
        double[] one = new double[IMAGE.size()];
        one[5] = 3;

        assertThat(IMAGE.minus(one).value(5)).isEqualTo(IMAGE.value(5) - 3);
        assertThat(IMAGE.minus(one).value(6)).isEqualTo(IMAGE.value(6));
        assertThatThrownBy(() -> IMAGE.minus(new double[2])).isInstanceOf(IllegalArgumentException.class);
    }
}
