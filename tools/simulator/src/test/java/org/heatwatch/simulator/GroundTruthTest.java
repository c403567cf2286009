package org.heatwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GroundTruthTest {
    private static final Extent EXTENT = new Extent(290_000, 4_201_000, 300, 250);

    @Test
    void anExcessAddsItsKelvinOverTheAreaOfThePolygon() {
        double[][] roof = Polygons.rectangle(291_003, 4_199_991, 70, 50, 33);
        GroundTruth flat = GroundTruth.flat(EXTENT, 290);

        GroundTruth hot = flat.withExcess(roof, 5);

        double sum = 0;
        for (double kelvin : hot.kelvins()) {
            sum += kelvin - 290;
            assertThat(kelvin).isBetween(290.0, 295.0001);
        }
        assertThat(sum * 100).isCloseTo(5 * 3500, within(200.0));
        assertThat(hot.areaOf(roof)).isCloseTo(3500, within(40.0));
        assertThat(hot.kelvin(100, 100)).isCloseTo(295, within(1e-5));
    }

    @Test
    void theContrastAtAHundredMetresIsAFewKelvin() {
        for (long seed = 0; seed < 4; seed++) {
            GroundTruth ground = GroundTruth.random(EXTENT, seed, 295);

            assertThat(ground.contrast(10)).isBetween(1.5, 3.0);
            assertThat(ground.contrast(1)).isGreaterThan(ground.contrast(10));
            assertThat(ground.contrast(50)).isBetween(0.3, 1.6);
        }
    }

    @Test
    void aLandscapeDependsOnItsSeed() {
        double[] one = Landscape.random(EXTENT, 1).at(0.2);

        assertThat(Landscape.random(EXTENT, 1).at(0.2)).isEqualTo(one);
        assertThat(Landscape.random(EXTENT, 2).at(0.2)).isNotEqualTo(one);
    }

    @Test
    void theLandscapeRepeatsAfterAYear() {
        Landscape landscape = Landscape.random(EXTENT, 5);
        double[] winter = landscape.at(0);

        assertThat(landscape.at(1)[777]).isCloseTo(winter[777], within(1e-9));
        assertThat(correlation(landscape.at(0.5), winter)).isBetween(0.5, 0.97);
    }

    @Test
    void variationsOfScenesAreUncorrelated() {
        Landscape landscape = Landscape.random(EXTENT, 5);

        double correlation = correlation(landscape.variation(1, 0.7), landscape.variation(2, 0.7));

        assertThat(correlation).isBetween(-0.3, 0.3);
        assertThat(GroundTruth.of(EXTENT, landscape.variation(1, 0.7)).contrast(10))
                .isCloseTo(0.7, within(0.01));
    }

    private static double correlation(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
