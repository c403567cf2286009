package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.heatwatch.simulator.Atmosphere;
import org.heatwatch.simulator.SimulatedSatellite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with the atmosphere of the simulator, an independent implementation. */
final class EffectiveKelvinTest {
    private static final double CHANGE = 0.5;

    private static ThermalRadiometry radiometry(SimulatedSatellite satellite) {
        return new ThermalRadiometry(
                3.342e-4, 0.1, satellite.planck().k1(), satellite.planck().k2());
    }

    private static double seen(SimulatedSatellite satellite, Atmosphere atmosphere, double kelvin) {
        return atmosphere.topOfAtmosphere(satellite.planck().radiance(kelvin));
    }

    /** Effective kelvins of a change of the ground temperature by one kelvin. */
    private static double effective(SimulatedSatellite satellite, Atmosphere atmosphere, double ground) {
        double before = seen(satellite, atmosphere, ground);
        double after = seen(satellite, atmosphere, ground + CHANGE);
        double middle = (before + after) / 2;
        return (after - before)
                * EffectiveKelvin.perRadiance(radiometry(satellite), middle, atmosphere.transmittance())
                / CHANGE;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.7, 0.8, 0.95})
    void aSmallChangeOfTheGroundTemperatureIsRecovered(double tau) {
        for (double ground = 281; ground <= 289; ground += 2) {
            assertThat(effective(SimulatedSatellite.LANDSAT_8, Atmosphere.of(tau), ground))
                    .isCloseTo(1, within(0.03));
            assertThat(effective(SimulatedSatellite.LANDSAT_9, Atmosphere.of(tau), ground))
                    .isCloseTo(1, within(0.03));
        }
    }

    /** Dry winters and humid summers, with air some kelvin off what is usual for such ground. */
    @ParameterizedTest
    @CsvSource({"262, 0.95, 258", "275, 0.9, 270", "290, 0.75, 284", "300, 0.65, 293", "308, 0.6, 301"})
    void theResultIsTheSameInEverySeason(double ground, double tau, double air) {
        double path = (1 - tau) * SimulatedSatellite.LANDSAT_8.planck().radiance(air);
        Atmosphere atmosphere = new Atmosphere(tau, Atmosphere.EMISSIVITY, path, 0.43 * path);

        assertThat(effective(SimulatedSatellite.LANDSAT_8, atmosphere, ground)).isCloseTo(1, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.8, 0.95})
    void theGroundIsWarmerThanItsBrightnessTemperatureThroughColdAir(double tau) {
        double ground = 295;
        Atmosphere atmosphere = Atmosphere.of(tau);
        double radiance = seen(SimulatedSatellite.LANDSAT_8, atmosphere, ground);
        ThermalRadiometry radiometry = radiometry(SimulatedSatellite.LANDSAT_8);

        assertThat(EffectiveKelvin.groundTemperature(radiometry, radiance, tau))
                .isGreaterThan(radiometry.brightnessTemperature(radiance) + 1);
    }
}
