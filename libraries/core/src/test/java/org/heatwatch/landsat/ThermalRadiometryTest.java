package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.heatwatch.errors.ProductUnreadable;
import org.junit.jupiter.api.Test;

final class ThermalRadiometryTest {

    private static final ThermalRadiometry LANDSAT_8 =
            ThermalRadiometry.of(Samples.metadata(Samples.LANDSAT_8_LEVEL_1 + "_MTL.json"));
    private static final ThermalRadiometry LANDSAT_9 =
            ThermalRadiometry.of(Samples.metadata(Samples.LANDSAT_9_LEVEL_2 + "_MTL.txt"));

    @Test
    void eachSatelliteHasItsOwnCalibration() {
        assertThat(LANDSAT_8).isEqualTo(new ThermalRadiometry(3.3420E-04, 0.1, 774.8853, 1321.0789));
        assertThat(LANDSAT_9).isEqualTo(new ThermalRadiometry(3.8000E-04, 0.1, 799.0284, 1329.2405));
        assertThat(LANDSAT_8.brightnessTemperature(LANDSAT_8.radiance(22000))).isCloseTo(283.874, within(5e-4));
        assertThat(LANDSAT_9.brightnessTemperature(LANDSAT_9.radiance(22000))).isCloseTo(291.591, within(5e-4));
    }

    @Test
    void radianceAndTemperatureAreInverse() {
        for (double kelvin = 150; kelvin < 400; kelvin += 7.3) {
            assertThat(LANDSAT_8.brightnessTemperature(LANDSAT_8.radianceAt(kelvin)))
                    .isCloseTo(kelvin, within(1e-9));
        }
    }

    @Test
    void theDerivativeIsThatOfTheRadiance() {
        for (double kelvin = 200; kelvin < 400; kelvin += 20) {
            double difference = (LANDSAT_9.radianceAt(kelvin + 1e-3) - LANDSAT_9.radianceAt(kelvin - 1e-3)) / 2e-3;
            assertThat(LANDSAT_9.radiancePerKelvinAt(kelvin)).isCloseTo(difference, within(1e-8));
        }
    }

    @Test
    void fillHasNoRadianceAndNoRadianceHasNoTemperature() {
        assertThat(LANDSAT_8.radiance(ThermalRadiometry.FILL)).isNaN();
        assertThat(LANDSAT_8.brightnessTemperature(0)).isNaN();
        assertThat(LANDSAT_8.brightnessTemperature(Double.NaN)).isNaN();
    }

    @Test
    void anAbsurdConstantIsUnreadable() {
        String file = Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt";
        String absurd = Samples.text(file).replace("K2_CONSTANT_BAND_10 = 1321.0789", "K2_CONSTANT_BAND_10 = 0");
        assertThatThrownBy(() -> ThermalRadiometry.of(Metadata.parse(file, absurd)))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContaining("K2_CONSTANT_BAND_10 in group LEVEL1_THERMAL_CONSTANTS is '0'");
    }

    @Test
    void surfaceTemperatureIsScaledAsTheMetadataSay() {
        Metadata metadata = Samples.metadata(Samples.LANDSAT_8_LEVEL_2 + "_MTL.json");
        Scaling temperature = SurfaceTemperatureBand.TEMPERATURE.scaling(metadata);
        assertThat(temperature).isEqualTo(new Scaling(0.00341802, 149.0, 0));
        assertThat(temperature.value(65535)).isCloseTo(373.0, within(1e-3));
        assertThat(temperature.value(0)).isNaN();
        assertThat(SurfaceTemperatureBand.TRANSMITTANCE.scaling(metadata).value(8512))
                .isCloseTo(0.8512, within(1e-12));
        assertThat(SurfaceTemperatureBand.THERMAL_RADIANCE.scaling().value(-9999))
                .isNaN();
        assertThat(SurfaceTemperatureBand.THERMAL_RADIANCE.suffix()).isEqualTo("ST_TRAD.TIF");
    }
}
