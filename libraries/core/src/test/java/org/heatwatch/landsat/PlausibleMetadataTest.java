package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heatwatch.errors.ProductUnreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlausibleMetadataTest {

    private static void require(String file, String good, String bad) {
        String text = Samples.text(file);
        assertThat(text).as(good).contains(good);
        Metadata changed = Metadata.parse(file, text.replace(good, bad));
        PlausibleMetadata.require(changed, ProductInfo.of(changed).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Samples.LANDSAT_8_LEVEL_1 + "_MTL.json",
                Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt",
                Samples.LANDSAT_8_LEVEL_2 + "_MTL.json",
                Samples.LANDSAT_8_LEVEL_2 + "_MTL.txt",
                Samples.LANDSAT_9_LEVEL_2 + "_MTL.txt"
            })
    void metadataOfRealProductsAreAccepted(String file) {
        Metadata metadata = Samples.metadata(file);
        assertThatCode(() -> PlausibleMetadata.require(
                        metadata, ProductInfo.of(metadata).id()))
                .doesNotThrowAnyException();
        assertThat(ProductInfo.of(metadata).hasLowQuality()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "K1_CONSTANT_BAND_10 = 774.8853, 1E-300, 774.8853",
        "K1_CONSTANT_BAND_10 = 774.8853, 480.8883, 774.8853",
        "K1_CONSTANT_BAND_10 = 774.8853, 799.0284, 774.8853",
        "K2_CONSTANT_BAND_10 = 1321.0789, 0, 1321.0789",
        "K2_CONSTANT_BAND_10 = 1321.0789, -1321.0789, 1321.0789",
        "K2_CONSTANT_BAND_10 = 1321.0789, 1E308, 1321.0789",
        "RADIANCE_MULT_BAND_10 = 3.3420E-04, 1E300, 3.34200E-04",
        "RADIANCE_MULT_BAND_10 = 3.3420E-04, -3.3420E-04, 3.34200E-04",
        "RADIANCE_MULT_BAND_10 = 3.3420E-04, 3.8000E-04, 3.34200E-04",
        "RADIANCE_ADD_BAND_10 = 0.10000, -1000, 0.1",
        "RADIANCE_ADD_BAND_10 = 0.10000, 0, 0.1",
    })
    void aConstantOtherThanThePublishedOneIsRefused(String line, String value, String published) {
        String key = line.substring(0, line.indexOf(' '));
        assertThatThrownBy(() -> require(Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt", line, key + " = " + value))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContainingAll(
                        Samples.LANDSAT_8_LEVEL_1,
                        key + " in group",
                        "'" + value + "'",
                        "expected " + published + " within 3 %",
                        "published for Landsat 8");
    }

    @ParameterizedTest
    @CsvSource({
        "K1_CONSTANT_BAND_10 = 799.0284, K1_CONSTANT_BAND_10 = 774.8853, expected 799.0284",
        "RADIANCE_MULT_BAND_10 = 3.8000E-04, RADIANCE_MULT_BAND_10 = 3.3420E-04, expected 3.80000E-04",
        "TEMPERATURE_MULT_BAND_ST_B10 = 0.00341802, TEMPERATURE_MULT_BAND_ST_B10 = 2.75e-05, expected 3.41802E-03",
        "TEMPERATURE_ADD_BAND_ST_B10 = 149.0, TEMPERATURE_ADD_BAND_ST_B10 = -0.2, expected 149.0",
        "SPACECRAFT_ID = \"LANDSAT_9\", SPACECRAFT_ID = \"LANDSAT_8\", expected LANDSAT_9",
    })
    void everySatelliteAndLevelHasItsOwnConstants(String good, String bad, String expected) {
        assertThatThrownBy(() -> require(Samples.LANDSAT_9_LEVEL_2 + "_MTL.txt", good, bad))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SPACECRAFT_ID = \"LANDSAT_8\", SPACECRAFT_ID = \"LANDSAT_9\", expected LANDSAT_8",
        "SPACECRAFT_ID = \"LANDSAT_8\", SPACECRAFT_ID = \"SENTINEL_2\", expected LANDSAT_8",
        "SENSOR_ID = \"OLI_TIRS\", SENSOR_ID = \"OLI\", expected OLI_TIRS",
        " WRS_PATH = 89, ' WRS_PATH = 90', expected 89",
        " WRS_ROW = 74, ' WRS_ROW = 75', expected 74",
        "PROCESSING_LEVEL = \"L1GT\", PROCESSING_LEVEL = \"L1TP\", expected L1GT",
        "COLLECTION_CATEGORY = \"T2\", COLLECTION_CATEGORY = \"T1\", expected T2",
    })
    void aContradictionToTheProductIdIsRefused(String good, String bad, String expected) {
        assertThatThrownBy(() -> require(Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt", good, bad))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContainingAll(expected, "as in the product id " + Samples.LANDSAT_8_LEVEL_1);
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE_QUALITY_TIRS = 9, IMAGE_QUALITY_TIRS = 0, 0 is the worst quality",
        "NADIR_OFFNADIR = \"NADIR\", NADIR_OFFNADIR = \"OFFNADIR\", expected NADIR",
        "ROLL_ANGLE = -0.001, ROLL_ANGLE = -14.2, expected at most 1 degree from nadir",
        "GRID_CELL_SIZE_THERMAL = 30.00, GRID_CELL_SIZE_THERMAL = 1.00, expected 30 m",
    })
    void anImageThatCannotBeUsedIsRefused(String good, String bad, String reason) {
        assertThatThrownBy(() -> require(Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt", good, bad))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContainingAll(Samples.LANDSAT_8_LEVEL_1, reason);
    }

    @ParameterizedTest
    @CsvSource({"6, true", "1, true", "7, false", "-1, false"})
    void anImageOfLowQualityIsMarkedAsSuch(int quality, boolean isLow) {
        String file = Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt";
        Metadata metadata = Metadata.parse(
                file, Samples.text(file).replace("IMAGE_QUALITY_TIRS = 9", "IMAGE_QUALITY_TIRS = " + quality));
        assertThat(ProductInfo.of(metadata).hasLowQuality()).isEqualTo(isLow);
    }

    @Test
    void aCalibrationIsComparedWithThatOfItsOwnSatellite() {
        ThermalRadiometry landsat8 = Satellite.LANDSAT_8.radiometry();
        assertThat(landsat8.isPlausibleFor(Satellite.LANDSAT_8)).isTrue();
        assertThat(landsat8.isPlausibleFor(Satellite.LANDSAT_9)).isFalse();
        assertThat(new ThermalRadiometry(landsat8.multiplier(), landsat8.offset(), 1E-300, landsat8.k2())
                        .isPlausibleFor(Satellite.LANDSAT_8))
                .isFalse();
    }
}
