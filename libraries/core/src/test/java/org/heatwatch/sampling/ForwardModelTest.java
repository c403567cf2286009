package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.heatwatch.estimation.linear.BandedCholesky;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForwardModelTest {
    private static final SamplingGrid GRID =
            new SamplingGrid(new GridGeometry(13.1, 101.1, 97.3, -0.002), 0.3, 0.7, 0, 0);
    private static final ThermalImage IMAGE = RealImages.image(12, 14, new double[12 * 14], -210, 180);

    private final PixelIndices pixels = PixelIndices.of(IMAGE, GRID);
    private final SampleLayout layout = SampleLayout.of(pixels);

    private ForwardModel model(boolean akima) {
        ForwardModel model = new ForwardModel(pixels, layout, akima);
        assertThat(model.place(GRID)).isTrue();
        return model;
    }

    private double[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] samples = new double[layout.count()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextDouble(-500, 500);
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPlaneIsReproducedExactly(boolean akima) {
        double[] samples = new double[layout.count()];
        for (int i = 0; i < samples.length; i++) {
            int[] index = layout.gridIndices(i);
            samples[i] = 40 + 3.5 * index[0] - 7.25 * index[1];
        }
        ForwardModel model = model(akima);

        model.evaluate(samples);

        for (int n = 0; n < model.count(); n++) {
            assertThat(model.value(n)).isCloseTo(40 + 3.5 * pixels.across(n) - 7.25 * pixels.along(n), within(1e-9));
            assertThat(model.byAcross(n)).isCloseTo(3.5, within(1e-9));
            assertThat(model.byAlong(n)).isCloseTo(-7.25, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDerivativeBySamplesIsThatOfFiniteDifferences(boolean akima) {
        double[] samples = random(1);
        double[] direction = random(2);
        double[] ahead = samples.clone();
        double[] behind = samples.clone();
        double step = 1e-5;
        for (int i = 0; i < samples.length; i++) {
            ahead[i] += step * direction[i];
            behind[i] -= step * direction[i];
        }
        ForwardModel model = model(akima);
        model.evaluate(ahead);
        double[] difference = values(model);
        model.evaluate(behind);
        double[] lower = values(model);
        model.evaluate(samples);

        for (int n = 0; n < model.count(); n++) {
            double[] one = new double[model.count()];
            one[n] = 1;
            double[] bySample = new double[samples.length];
            model.addTransposed(one, bySample);
            double slope = 0;
            for (int i = 0; i < samples.length; i++) {
                slope += bySample[i] * direction[i];
            }
            assertThat((difference[n] - lower[n]) / (2 * step)).isCloseTo(slope, within(0.02));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDerivativesByPositionAreThoseOfFiniteDifferences(boolean akima) {
        double[] samples = random(3);
        double step = 1e-6;
        ForwardModel model = model(akima);
        double[] right = valuesAt(model, GRID.withPhases(0.3 - step, 0.7), samples);
        double[] left = valuesAt(model, GRID.withPhases(0.3 + step, 0.7), samples);
        double[] down = valuesAt(model, GRID.withPhases(0.3, 0.7 - step), samples);
        double[] up = valuesAt(model, GRID.withPhases(0.3, 0.7 + step), samples);
        valuesAt(model, GRID, samples);

        for (int n = 0; n < model.count(); n++) {
            assertThat(model.byAcross(n)).isCloseTo((right[n] - left[n]) / (2 * step), within(0.05));
            assertThat(model.byAlong(n)).isCloseTo((down[n] - up[n]) / (2 * step), within(0.05));
        }
    }

    @Test
    void theNormalMatrixIsTheProductOfTheDerivatives() {
        ForwardModel model = model(true);
        model.evaluate(random(4));
        BandedCholesky matrix = new BandedCholesky(layout.count(), layout.bandwidth());
        model.addNormal(matrix);
        double[][] jacobian = new double[model.count()][layout.count()];
        for (int n = 0; n < model.count(); n++) {
            double[] one = new double[model.count()];
            one[n] = 1;
            model.addTransposed(one, jacobian[n]);
        }

        for (int i = 0; i < layout.count(); i++) {
            for (int j = i; j < layout.count(); j++) {
                double product = 0;
                for (double[] row : jacobian) {
                    product += row[i] * row[j];
                }
                double held = j <= i + layout.bandwidth() ? matrix.entries()[matrix.index(i, j)] : 0;
                assertThat(held).isCloseTo(product, within(1e-9));
            }
        }
    }

    @Test
    void aGridFarFromTheLayoutIsRejected() {
        assertThat(model(true).place(GRID.withPhases(4.3, 0.7))).isFalse();
    }

    private static double[] valuesAt(ForwardModel model, SamplingGrid grid, double[] samples) {
        assertThat(model.place(grid)).isTrue();
        model.evaluate(samples);
        return values(model);
    }

    private static double[] values(ForwardModel model) {
        double[] values = new double[model.count()];
        for (int n = 0; n < values.length; n++) {
            values[n] = model.value(n);
        }
        return values;
    }
}
