package org.heatwatch.estimation.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.heatwatch.estimation.fit.PointSpread;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** The estimate of a source a million times stronger than the background is practically exact. */
final class PointFilterTest {
    private static final double STRONG = 1e11;
    private static final SyntheticScenes SCENES = new SyntheticScenes(9);
    private static final SyntheticScenes.Source SOURCE = new SyntheticScenes.Source(20, -30, STRONG);

    private static FilterBank bank(SceneObservation scene) {
        return FilterBank.of(scene.grid().geometry(), SyntheticScenes.COVARIANCE, PointSpread.TIRS);
    }

    private static PointFilter.Amount estimate(SceneObservation scene) {
        double[] at =
                scene.grid().indexOf(SyntheticScenes.EAST + SOURCE.east(), SyntheticScenes.NORTH + SOURCE.north());
        return bank(scene).at(at[0], at[1]).estimate(SampleRaster.of(scene.samples(), scene.grid()));
    }

    @Test
    void theAmountOfASourceIsRecovered() {
        assertThat(estimate(SCENES.draw(1, List.of(SOURCE))).value()).isCloseTo(STRONG, within(0.03 * STRONG));
    }

    @Test
    void missingSamplesFarAwayIncreaseTheVarianceWithoutBias() {
        SceneObservation scene = SCENES.draw(1, List.of(SOURCE), new Envelope(130, 400, 110, 400));

        assertThat(estimate(scene).value()).isCloseTo(STRONG, within(0.03 * STRONG));
        assertThat(estimate(scene).variance())
                .isGreaterThan(estimate(SCENES.draw(1, List.of(SOURCE))).variance());
    }

    @Test
    void aSourceUnderACloudIsHidden() {
        SceneObservation scene = SCENES.draw(1, List.of(SOURCE), new Envelope(-60, 60, -110, 30));

        assertThat(estimate(scene).isHidden()).isTrue();
    }

    @Test
    void thePositionOfASourceIsRecovered() {
        for (long seed = 1; seed < 20; seed++) {
            SceneObservation scene = SCENES.draw(seed, List.of(SOURCE));
            double[] at =
                    scene.grid().indexOf(SyntheticScenes.EAST + SOURCE.east(), SyntheticScenes.NORTH + SOURCE.north());
            PointSource top = new SourceFit(bank(scene), SampleRaster.of(scene.samples(), scene.grid()))
                    .climb(new PointSource(at[0] + 0.25, at[1] - 0.2, 0));

            assertThat(top.across()).isCloseTo(at[0], within(0.03));
            assertThat(top.along()).isCloseTo(at[1], within(0.03));
        }
    }
}
