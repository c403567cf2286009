package org.heatwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedSensorTest {
    @Test
    void digitalNumber22000HasTheTemperatureOfEachSatellitesCalibration() {
        for (SimulatedSatellite satellite : SimulatedSatellite.values()) {
            double kelvin = satellite.planck().temperature(satellite.radiance(22000));

            assertThat(kelvin).isCloseTo(satellite == SimulatedSatellite.LANDSAT_8 ? 283.874 : 291.591, within(5e-4));
            assertThat(satellite.digitalNumber(satellite.planck().radiance(kelvin)))
                    .isEqualTo(22000);
        }
    }

    @Test
    void theSlopeOfPlancksLawIsItsDerivative() {
        Planck planck = SimulatedSatellite.LANDSAT_9.planck();

        double numeric = (planck.radiance(300.01) - planck.radiance(299.99)) / 0.02;

        assertThat(planck.slope(300)).isCloseTo(numeric, within(1e-7));
    }

    @Test
    void theAtmosphereIsInvertible() {
        Atmosphere air = Atmosphere.of(0.6);

        assertThat(air.blackBody(air.topOfAtmosphere(9.3))).isCloseTo(9.3, within(1e-12));
        assertThat(air.upwelling()).isBetween(2.0, 4.0);
    }

    static Stream<SensorPointSpread> spreads() {
        return Stream.of(
                SensorPointSpread.gaussian(115), SensorPointSpread.detectorBox(115), SensorPointSpread.wideTails(115));
    }

    @ParameterizedTest
    @MethodSource("spreads")
    void everyPointSpreadHasTheRequestedFullWidth(SensorPointSpread spread) {
        double peak = spread.weight(0, 0);

        assertThat(spread.weight(57.5, 0) / peak).isCloseTo(0.5, within(1e-3));
        assertThat(spread.weight(0, -57.5) / peak).isCloseTo(0.5, within(1e-3));
        assertThat(spread.weight(spread.reachMetres() + 1, 0)).isZero();
        assertThat(spread.weight(spread.reachMetres() - 1, 0) / peak).isLessThan(0.002);
    }

    @Test
    void thePointSpreadsDifferInTheirTails() {
        assertThat(meanDistance(SensorPointSpread.detectorBox(115)))
                .isLessThan(0.97 * meanDistance(SensorPointSpread.gaussian(115)));
        assertThat(meanDistance(SensorPointSpread.wideTails(115)))
                .isGreaterThan(1.05 * meanDistance(SensorPointSpread.gaussian(115)));
    }

    private static double meanDistance(SensorPointSpread spread) {
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
        PointSpreadConvolution convolution =
                PointSpreadConvolution.of(extent, field, SensorPointSpread.gaussian(115), Math.toRadians(15));
        double withinThirtyMetres = 0.4610; // of a normal distribution with this full width

        double peak = convolution.mean(1003, 996);

        assertThat(peak).isCloseTo(withinThirtyMetres * withinThirtyMetres, within(0.003));
        double volume = 0;
        for (int y = 500; y <= 1500; y += 25) {
            for (int x = 500; x <= 1500; x += 25) {
                volume += 625 * convolution.mean(x, y);
            }
        }
        assertThat(volume).isCloseTo(3600, within(20.0));
    }
}
