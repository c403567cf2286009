package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.heatwatch.simulator.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two sources, 50 and 80 pixels from the corner, over white noise in 24 images. */
final class PixelFinderTest {
    private static final double[][] SOURCES = {{50.3, 60.2}, {80, 70.5}};
    private static final double KELVIN_PIXELS = 40;

    private static PixelSeries series() {
        List<PixelSeries.Image> images = new ArrayList<>();
        for (int scene = 0; scene < 24; scene++) {
            RandomGenerator random = RandomStreams.of(scene, "noise");
            double[] kelvin = new double[PixelSeries.PIXELS];
            for (int i = 0; i < kelvin.length; i++) {
                kelvin[i] = 0.3 * random.nextGaussian();
            }
            boolean isRecent = scene >= 12;
            if (isRecent) {
                for (double[] source : SOURCES) {
                    add(kelvin, source);
                }
            }
            images.add(new PixelSeries.Image(kelvin, Math.cos(scene * 0.9), isRecent));
        }
        return new PixelSeries(images, 0, PixelSeries.SIDE * 30.0);
    }

    private static void add(double[] kelvin, double[] source) {
        double[] across = SpreadGaussian.profile(source[0]);
        double[] down = SpreadGaussian.profile(source[1]);
        for (int i = 0; i < kelvin.length; i++) {
            kelvin[i] += KELVIN_PIXELS * across[i % PixelSeries.SIDE] * down[Math.floorDiv(i, PixelSeries.SIDE)];
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodFindsTwoSourcesOverWhiteNoise(PixelFinder finder) {
        List<FoundPlace> places = finder.find(series()).steps().get(2).places();

        for (double[] source : SOURCES) {
            double east = (source[0] + 0.5) * 30;
            double north = (PixelSeries.SIDE - source[1] - 0.5) * 30;
            assertThat(places).anySatisfy(place -> {
                assertThat(Math.hypot(place.east() - east, place.north() - north))
                        .isLessThan(20);
                assertThat(place.kelvinSquareMetres() / (900 * KELVIN_PIXELS)).isCloseTo(1, within(0.2));
            });
        }
    }

    @Test
    void theInverseTransformRestoresAnImage() {
        RandomGenerator random = RandomStreams.of(1, "image");
        double[] image = random.doubles(PixelSeries.PIXELS).toArray();

        assertThat(PixelTransform.transformOf(image).inverse()).containsExactly(image, within(1e-12));
    }

    @Test
    void anAmplitudeThatWouldBeNegativeIsZeroAndTheOthersAreFittedWithoutIt() {
        DMatrixRMaj normal = new DMatrixRMaj(new double[][] {{1, 0.5}, {0.5, 1}});

        assertThat(NonNegativeLeastSquares.solve(normal, new double[] {2, -1})).containsExactly(2, 0);
        assertThat(NonNegativeLeastSquares.solve(normal, new double[] {1.5, 1.5}))
                .containsExactly(new double[] {1, 1}, within(1e-12));
    }
}
