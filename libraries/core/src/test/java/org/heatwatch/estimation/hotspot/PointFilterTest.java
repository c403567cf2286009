package org.heatwatch.estimation.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.heatwatch.estimation.fit.PointSpread;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** With a source a million times stronger than the clutter, what filters read is exact. */
final class PointFilterTest {
    private static final double STRONG = 1e11;
    private static final SyntheticScenes SCENES = new SyntheticScenes(9);
    private static final SyntheticScenes.Source SOURCE = new SyntheticScenes.Source(20, -30, STRONG);

    private static FilterBank bank(SceneLook scene) {
        return new FilterBank(scene.grid().geometry(), SyntheticScenes.CLUTTER, PointSpread.TIRS);
    }

    private static PointFilter.Reading read(SceneLook scene) {
        double[] at =
                scene.grid().indexOf(SyntheticScenes.EAST + SOURCE.east(), SyntheticScenes.NORTH + SOURCE.north());
        return bank(scene).at(at[0], at[1]).read(new SampleRaster(scene.samples(), scene.grid()));
    }

    @Test
    void aSourceIsReadInFull() {
        assertThat(read(SCENES.draw(1, List.of(SOURCE))).amount()).isCloseTo(STRONG, within(0.03 * STRONG));
    }

    @Test
    void missingSamplesFarOffCostInformationButNoHeat() {
        SceneLook scene = SCENES.draw(1, List.of(SOURCE), new Envelope(130, 400, 110, 400));

        assertThat(read(scene).amount()).isCloseTo(STRONG, within(0.03 * STRONG));
        assertThat(read(scene).variance())
                .isGreaterThan(read(SCENES.draw(1, List.of(SOURCE))).variance());
    }

    @Test
    void aSourceUnderACloudIsHidden() {
        SceneLook scene = SCENES.draw(1, List.of(SOURCE), new Envelope(-60, 60, -110, 30));

        assertThat(read(scene).isHidden()).isTrue();
    }

    @Test
    void theClimbEndsAtTheSource() {
        for (long seed = 1; seed < 20; seed++) {
            SceneLook scene = SCENES.draw(seed, List.of(SOURCE));
            double[] at =
                    scene.grid().indexOf(SyntheticScenes.EAST + SOURCE.east(), SyntheticScenes.NORTH + SOURCE.north());
            HeatSource top = new SourceFit(bank(scene), new SampleRaster(scene.samples(), scene.grid()))
                    .climb(new HeatSource(at[0] + 0.25, at[1] - 0.2, 0));

            assertThat(top.across()).isCloseTo(at[0], within(0.03));
            assertThat(top.along()).isCloseTo(at[1], within(0.03));
        }
    }
}
