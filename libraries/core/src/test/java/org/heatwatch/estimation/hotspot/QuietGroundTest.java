package org.heatwatch.estimation.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.hotspot.SyntheticScenes.Source;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

final class QuietGroundTest {
    private static final SyntheticScenes SCENES = new SyntheticScenes(20);
    private static final List<SceneLook> DORMANT = SCENES.idle(1, 20, 0);
    private static final double VARIANCE = SyntheticScenes.CLUTTER.variance();
    private static final QuietGround QUIET =
            new QuietGround(DORMANT, SyntheticScenes.CLUTTER, PointSpread.TIRS, SyntheticScenes.square(600));

    @Test
    void whatIsHotDoesNotMakeASceneScatter() {
        List<Source> five = List.of(
                new Source(0, 0, 40_000),
                new Source(140, 0, 40_000),
                new Source(-140, 0, 40_000),
                new Source(0, 140, 40_000),
                new Source(140, 140, 40_000));
        double idle = 0;
        double hot = 0;
        for (long seed = 100; seed < 120; seed++) {
            idle += QUIET.judged(SCENES.draw(seed, List.of())).variance() / 20;
            hot += QUIET.judged(SCENES.draw(seed, five)).variance() / 20;
        }

        assertThat(idle).isCloseTo(VARIANCE, within(0.1 * VARIANCE));
        assertThat(hot).isCloseTo(idle, within(0.35 * idle));
    }

    @Test
    void aSceneThatScattersMoreHasALargerVariance() {
        double usual = 0;
        double rough = 0;
        for (long seed = 200; seed < 220; seed++) {
            SceneLook scene = SCENES.draw(seed, List.of());
            usual += QUIET.judged(scene).variance();
            rough += QUIET.judged(SyntheticScenes.times(scene, 3)).variance();
        }

        assertThat(rough).isCloseTo(9 * usual, within(1e-6 * rough));
    }

    @Test
    void aSceneOfWhichNoNeighbourhoodIsWholeIsTakenForAUsualOne() {
        SceneLook clouded = SCENES.draw(300, List.of(), new Envelope(-2000, 2000, -2000, 700));

        assertThat(QUIET.judged(clouded).variance()).isEqualTo(VARIANCE);
    }
}
