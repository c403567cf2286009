package org.heatwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ResamplingMethodTest {
    private static final SceneGrid SCENE = SceneGrid.kaesong();
    private static final PixelWindow WINDOW = new PixelWindow(3000, 2000, 40, 30);
    private static final NativeGrid GRID =
            new NativeGrid(14.9, 101.1, 97.3, -0.002, 0.3, 0.7, WINDOW.centreEast(SCENE), WINDOW.centreNorth(SCENE), 0);

    @Test
    void keysReproducesQuadratics() {
        DoubleBinaryOperator quadratic = (u, v) -> 3 + 0.5 * u - 0.2 * v + 0.04 * u * u - 0.03 * v * v + 0.01 * u * v;

        assertReproduces(ResamplingMethod.KEYS_BOTH_WAYS, quadratic);
    }

    @Test
    void keysAlongAndAkimaAcrossReproduceFieldsThatAreQuadraticAlongAndLinearAcross() {
        DoubleBinaryOperator plane = (u, v) -> 3 + 0.5 * u - 0.2 * v - 0.03 * v * v;

        assertReproduces(ResamplingMethod.KEYS_ALONG_AKIMA_ACROSS, plane);
    }

    @Test
    void akimaPassesThroughTheSamples() {
        double[] six = {1, 5, -2, 7, 3, 3};

        assertThat(ResamplingMethod.KEYS_ALONG_AKIMA_ACROSS.interpolate(six, 0)).isEqualTo(-2);
        assertThat(ResamplingMethod.KEYS_ALONG_AKIMA_ACROSS.interpolate(six, 1)).isCloseTo(7, within(1e-12));
    }

    @Test
    void akimaDoesNotOvershootNextToAStep() {
        double[] step = {0, 0, 0, 0, 1, 1};

        assertThat(ResamplingMethod.KEYS_ALONG_AKIMA_ACROSS.interpolate(step, 0.5))
                .isZero();
        assertThat(ResamplingMethod.KEYS_BOTH_WAYS.interpolate(step, 0.5)).isNegative();
    }

    @Test
    void keysWeightsSumToOneAndMatchTheKernel() {
        double[] weight = new double[4];
        ResamplingMethod.keysWeights(0.3, weight);

        assertThat(weight[0] + weight[1] + weight[2] + weight[3]).isCloseTo(1, within(1e-12));
        assertThat(weight[1]).isCloseTo(1.5 * Math.pow(0.3, 3) - 2.5 * 0.09 + 1, within(1e-12));
        assertThat(weight[0]).isCloseTo(-0.5 * Math.pow(1.3, 3) + 2.5 * 1.69 - 4 * 1.3 + 2, within(1e-12));
    }

    private static void assertReproduces(ResamplingMethod resampling, DoubleBinaryOperator field) {
        int first = -40;
        int count = 80;
        double[] values = new double[count * count];
        for (int k = 0; k < values.length; k++) {
            values[k] = field.applyAsDouble(first + k % count, first + k / count);
        }
        SimulatedSamples samples = new SimulatedSamples(GRID, first, first, count, values);

        double[] pixels = resampling.pixels(samples, SCENE, WINDOW);

        for (int i = 0; i < pixels.length; i++) {
            double east = SCENE.east(WINDOW.column() + i % WINDOW.columns());
            double north = SCENE.north(WINDOW.row() + i / WINDOW.columns());
            double expected = field.applyAsDouble(GRID.across(east, north), GRID.along(east, north));
            assertThat(pixels[i]).isCloseTo(expected, within(1e-9));
        }
    }
}
