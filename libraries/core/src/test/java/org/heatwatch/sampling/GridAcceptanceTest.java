package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.ResamplingMethod;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedScene;
import org.junit.jupiter.api.Test;

/** Images whose grid must be rejected, with the reason. Accepted images are in the other tests of recovery. */
final class GridAcceptanceTest {
    private static final GridPrior ORBIT = GridPrior.ofOrbit(SceneSimulator.DAY_ROTATION);
    private static final GridPrior FROZEN =
            GridPrior.frozen(new GridGeometry(SceneSimulator.DAY_ROTATION, 101.1, 97.3, 0));
    private static final SceneSimulator SITE =
            SceneSimulator.kaesong().size(80, 80).landscapeSeed(2).prepared();

    private static String refusal(ThermalImage image, GridPrior prior) {
        Recovery recovery = GridRecovery.recover(image, prior);
        assertThat(recovery).isInstanceOf(Recovery.Unresolved.class);
        return ((Recovery.Unresolved) recovery).reason();
    }

    private interface Ground {
        double at(int row, int column);
    }

    private static ThermalImage image(int side, Ground ground) {
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = ground.at(i / side, i % side);
        }
        return RealImages.image(side, side, values, 0, 0);
    }

    @Test
    void aSceneMostlyUnderCloud() {
        Cloud cloud = Cloud.rectangle(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, 2200, 2200);
        SimulatedScene scene = SITE.clouds(List.of(cloud)).simulate(1);

        assertThat(refusal(RealImages.of(scene), ORBIT)).contains("clear pixels");
    }

    @Test
    void clearPixelsThatLieScattered() {
        ThermalImage image = RealImages.of(SITE.simulate(1));
        boolean[] stripes = new boolean[image.size()];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i / image.columns() % 6 < 2;
        }

        assertThat(refusal(image.masked(stripes), ORBIT)).contains("clear enough");
    }

    @Test
    void aPreviewOfEveryFourthPixel() {
        ThermalImage whole = RealImages.of(SITE.size(240, 240).simulate(1));
        ThermalImage preview = image(60, (row, column) -> whole.value(4 * row * 240 + 4 * column));

        assertThat(refusal(preview, ORBIT)).contains("the holdout error is");
    }

    @Test
    void noiseOfThePixelsInPlaceOfSamples() {
        SplittableRandom random = new SplittableRandom(1);
        ThermalImage snow = image(64, (row, column) -> Math.rint(22000 + 4 * random.nextGaussian()));

        assertThat(refusal(snow, ORBIT)).contains("the holdout error is");
    }

    @Test
    void aSmoothGradient() {
        ThermalImage slope = image(64, (row, column) -> Math.rint(22000 + 3.1 * column + 1.7 * row));

        assertThat(refusal(slope, ORBIT)).isNotBlank();
    }

    @Test
    void aSmoothHill() {
        ThermalImage hill = image(
                64,
                (row, column) -> Math.rint(
                        22000 + 900 * Math.exp(-((row - 35) * (row - 35) + (column - 30) * (column - 30)) / 400.0)));

        assertThat(refusal(hill, ORBIT)).isNotBlank();
    }

    @Test
    void oneValueEverywhere() {
        ThermalImage flat = image(64, (row, column) -> 22000);

        assertThat(refusal(flat, ORBIT)).contains("contrast");
        assertThat(refusal(flat, FROZEN)).isNotBlank();
    }

    @Test
    void aRotationThatIsNotTheOrbits() {
        ThermalImage image = RealImages.of(SITE.simulate(1));

        assertThat(refusal(image, GridPrior.ofOrbit(SceneSimulator.DAY_ROTATION + 1.6)))
                .contains("differs from that of the orbit");
        assertThat(refusal(image, GridPrior.ofOrbit(SceneSimulator.NIGHT_ROTATION)))
                .isNotBlank();
    }

    @Test
    void aRotationThatIsNotTheFrozenOne() {
        SimulatedScene scene = SITE.simulate(1);
        GridGeometry off = new GridGeometry(
                scene.grid().rotationDegrees() + 0.4,
                scene.grid().acrossMetres(),
                scene.grid().alongMetres(),
                scene.grid().shear());

        assertThat(refusal(RealImages.of(scene), GridPrior.frozen(off))).contains("differs from that of the orbit");
    }

    @Test
    void cubicConvolutionBothWays() {
        SimulatedScene scene = SITE.with(s -> s.withResampling(ResamplingMethod.KEYS_BOTH_WAYS))
                .simulate(1);

        assertThat(refusal(RealImages.of(scene), ORBIT)).contains("the holdout error is");
    }

    @Test
    void akimaAlongTrackInsteadOfAcross() {
        ThermalImage turned = RealImages.turned(RealImages.of(SITE.simulate(1)));

        assertThat(refusal(turned, RealImages.swappedAxes(SceneSimulator.DAY_ROTATION)))
                .isNotBlank();
    }

    @Test
    void realPixelsWithAnotherOrbit() {
        assertThat(refusal(RealImages.mendoza(), GridPrior.ofOrbit(-12))).contains("the holdout error is");
    }
}
