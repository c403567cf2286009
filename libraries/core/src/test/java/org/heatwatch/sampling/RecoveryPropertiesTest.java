package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.junit.jupiter.api.Test;

final class RecoveryPropertiesTest {
    private static final GridPrior ORBIT = GridPrior.ofOrbit(SceneSimulator.DAY_ROTATION);
    private static final ThermalImage CLOUDY = RealImages.of(SceneSimulator.kaesong()
            .size(80, 80)
            .clouds(List.of(Cloud.blob(SceneGrid.KAESONG_EAST + 900, SceneGrid.KAESONG_NORTH - 900, 300)))
            .simulate(1));

    private static List<Double> numbers(ThermalImage image) {
        Recovery recovery = GridRecovery.recover(image, ORBIT);
        assertThat(recovery).isInstanceOf(Recovery.Resolved.class);
        Recovery.Resolved resolved = (Recovery.Resolved) recovery;
        NativeSamples samples = resolved.samples();
        List<Double> numbers = new ArrayList<>();
        for (double parameter : samples.grid().parameters()) {
            numbers.add(parameter);
        }
        numbers.add(resolved.quality().holdoutError());
        numbers.add(resolved.quality().wrongGrid());
        for (int i = 0; i < samples.count(); i++) {
            numbers.add(samples.value(i));
            numbers.add(samples.east(i));
            numbers.add(samples.north(i));
        }
        return numbers;
    }

    @Test
    void equalImagesGiveBitwiseEqualSamples() {
        assertThat(numbers(CLOUDY)).isEqualTo(numbers(CLOUDY));
    }

    @Test
    void aMaskedPixelHasNoInfluence() {
        double[] values = new double[CLOUDY.size()];
        boolean[] valid = new boolean[CLOUDY.size()];
        for (int i = 0; i < values.length; i++) {
            valid[i] = CLOUDY.isValid(i);
            values[i] = valid[i] ? CLOUDY.value(i) : i % 3 == 0 ? Double.NaN : 65535 - i;
        }
        ThermalImage changed = new ThermalImage(
                CLOUDY.rows(), CLOUDY.columns(), values, valid, CLOUDY.west(), CLOUDY.north(), CLOUDY.pixelMetres());

        assertThat(CLOUDY.validCount()).isLessThan(CLOUDY.size() - 200);
        assertThat(numbers(changed)).isEqualTo(numbers(CLOUDY));
    }

    @Test
    void noUsableSampleDependsOnAMaskedPixel() {
        Recovery.Resolved resolved = (Recovery.Resolved) GridRecovery.recover(CLOUDY, ORBIT);
        NativeSamples samples = resolved.samples();

        for (int p = 0; p < CLOUDY.size(); p++) {
            if (!CLOUDY.isValid(p)) {
                double[] pixel = samples.grid()
                        .indexOf(CLOUDY.eastOf(p % CLOUDY.columns()), CLOUDY.northOf(p / CLOUDY.columns()));
                for (int i = 0; i < samples.count(); i++) {
                    double[] sample = samples.grid().indexOf(samples.east(i), samples.north(i));
                    assertThat(Math.max(Math.abs(pixel[0] - sample[0]), Math.abs(pixel[1] - sample[1])))
                            .isGreaterThan(1 - 1e-6);
                }
            }
        }
    }
}
