package org.heatwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SensorTest {
    @Test
    void digitalNumber22000IsTheTemperatureThatTheSatelliteSays() {
        for (Satellite satellite : Satellite.values()) {
            double kelvin = satellite.planck().temperature(satellite.radiance(22000));

            assertThat(kelvin).isCloseTo(satellite == Satellite.LANDSAT_8 ? 283.874 : 291.591, within(5e-4));
            assertThat(satellite.digitalNumber(satellite.planck().radiance(kelvin)))
                    .isEqualTo(22000);
        }
    }

    @Test
    void theSlopeOfPlancksLawIsItsDerivative() {
        Planck planck = Satellite.LANDSAT_9.planck();

        double numeric = (planck.radiance(300.01) - planck.radiance(299.99)) / 0.02;

        assertThat(planck.slope(300)).isCloseTo(numeric, within(1e-7));
    }

    @Test
    void theAtmosphereCanBeUndone() {
        Atmosphere air = Atmosphere.of(0.6);

        assertThat(air.blackBody(air.topOfAtmosphere(9.3))).isCloseTo(9.3, within(1e-12));
        assertThat(air.upwelling()).isBetween(2.0, 4.0);
    }

    static Stream<PointSpread> spreads() {
        return Stream.of(PointSpread.gaussian(115), PointSpread.detectorBox(115), PointSpread.wideTails(115));
    }

    @ParameterizedTest
    @MethodSource("spreads")
    void everyPointSpreadHasTheFullWidthItWasAskedFor(PointSpread spread) {
        double peak = spread.weight(0, 0);

        assertThat(spread.weight(57.5, 0) / peak).isCloseTo(0.5, within(1e-3));
        assertThat(spread.weight(0, -57.5) / peak).isCloseTo(0.5, within(1e-3));
        assertThat(spread.weight(spread.reachMetres() + 1, 0)).isZero();
        assertThat(spread.weight(spread.reachMetres() - 1, 0) / peak).isLessThan(0.002);
    }

    @Test
    void theShapesDifferInTheirTails() {
        assertThat(meanDistance(PointSpread.detectorBox(115)))
                .isLessThan(0.97 * meanDistance(PointSpread.gaussian(115)));
        assertThat(meanDistance(PointSpread.wideTails(115)))
                .isGreaterThan(1.05 * meanDistance(PointSpread.gaussian(115)));
    }

    private static double meanDistance(PointSpread spread) {
        double sum = 0;
        double moment = 0;
        for (int y = -400; y <= 400; y += 5) {
            for (int x = -400; x <= 400; x += 5) {
                double weight = spread.weight(x, y);
                sum += weight;
                moment += weight * Math.hypot(x, y);
            }
        }
        return moment / sum;
    }

    @Test
    void aSampleOfAHotBuildingIsTheWeightedMeanOfItsSurroundings() {
        Extent extent = new Extent(0, 2000, 200, 200);
        double[] field = new double[extent.cells()];
        Coverage.ofPolygon(extent, Polygons.rectangle(1000, 1000, 60, 60, 20))
                .forEach((cell, share) -> field[cell] = share);
        PointSampler sampler = new PointSampler(extent, field, PointSpread.gaussian(115), Math.toRadians(15));
        double withinThirtyMetres = 0.4610; // of a normal distribution with this full width

        double peak = sampler.mean(1003, 996);

        assertThat(peak).isCloseTo(withinThirtyMetres * withinThirtyMetres, within(0.003));
        double volume = 0;
        for (int y = 500; y <= 1500; y += 25) {
            for (int x = 500; x <= 1500; x += 25) {
                volume += 625 * sampler.mean(x, y);
            }
        }
        assertThat(volume).isCloseTo(3600, within(20.0));
    }
}
