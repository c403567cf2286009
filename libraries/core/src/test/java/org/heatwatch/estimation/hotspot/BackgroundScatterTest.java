package org.heatwatch.estimation.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.hotspot.SyntheticScenes.Source;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

final class BackgroundScatterTest {
    private static final SyntheticScenes SCENES = new SyntheticScenes(20);
    private static final List<SceneObservation> REFERENCE = SCENES.idle(1, 20, 0);
    private static final double VARIANCE = SyntheticScenes.COVARIANCE.variance();
    private static final BackgroundScatter SCATTER = BackgroundScatter.ofObservations(
            REFERENCE, SyntheticScenes.COVARIANCE, PointSpread.TIRS, SyntheticScenes.square(600));

    @Test
    void hotSourcesHardlyRaiseTheBackgroundVariance() {
        List<Source> five = List.of(
                new Source(0, 0, 40_000),
                new Source(140, 0, 40_000),
                new Source(-140, 0, 40_000),
                new Source(0, 140, 40_000),
                new Source(140, 140, 40_000));
        double idle = 0;
        double hot = 0;
        for (long seed = 100; seed < 120; seed++) {
            idle += SCATTER.withItsVariance(SCENES.draw(seed, List.of())).variance() / 20;
            hot += SCATTER.withItsVariance(SCENES.draw(seed, five)).variance() / 20;
        }

        assertThat(idle).isCloseTo(VARIANCE, within(0.1 * VARIANCE));
        assertThat(hot).isCloseTo(idle, within(0.35 * idle));
    }

    @Test
    void aSceneThatScattersMoreHasALargerVariance() {
        double typical = 0;
        double rough = 0;
        for (long seed = 200; seed < 220; seed++) {
            SceneObservation scene = SCENES.draw(seed, List.of());
            typical += SCATTER.withItsVariance(scene).variance();
            rough += SCATTER.withItsVariance(SyntheticScenes.times(scene, 3)).variance();
        }

        assertThat(rough).isCloseTo(9 * typical, within(1e-6 * rough));
    }

    @Test
    void aSceneWithoutACompleteNeighbourhoodHasTheTypicalVariance() {
        SceneObservation clouded = SCENES.draw(300, List.of(), new Envelope(-2000, 2000, -2000, 700));

        assertThat(SCATTER.withItsVariance(clouded).variance()).isEqualTo(VARIANCE);
    }
}
