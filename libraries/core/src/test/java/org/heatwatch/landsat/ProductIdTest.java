package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.heatwatch.errors.BadNotification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProductIdTest {

    private static final ProductId REAL_TIME = ProductId.parse("LC08_L1TP_116034_20251104_20251105_02_RT");

    @Test
    void anIdIsParsed() {
        assertThat(REAL_TIME)
                .isEqualTo(new ProductId(
                        Sensor.OLI_TIRS,
                        Satellite.LANDSAT_8,
                        Level.L1TP,
                        new WrsScene(116, 34),
                        LocalDate.of(2025, 11, 4),
                        LocalDate.of(2025, 11, 5),
                        Tier.RT));
        assertThat(REAL_TIME.acquisition().id()).isEqualTo("LC08_116034_20251104");
    }

    @Test
    void theKeysOfFilesFollowFromTheId() {
        assertThat(REAL_TIME.keyPrefix())
                .isEqualTo("collection02/level-1/standard/oli-tirs/2025/116/034/"
                        + "LC08_L1TP_116034_20251104_20251105_02_RT/");
        assertThat(ProductId.parse("LC09_L2SP_010065_20220129_20220131_02_T1").keyPrefix())
                .isEqualTo("collection02/level-2/standard/oli-tirs/2022/010/065/"
                        + "LC09_L2SP_010065_20220129_20220131_02_T1/");
        assertThat(REAL_TIME.fileName("B10.TIF")).isEqualTo("LC08_L1TP_116034_20251104_20251105_02_RT_B10.TIF");
    }

    @Test
    void everyIdIsParsedBack() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            ProductId id = randomId(random);
            assertThat(ProductId.parse(id.toString())).isEqualTo(id);
            assertThat(Acquisition.parse(id.acquisition().id())).isEqualTo(id.acquisition());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "LC08_L1TP_116034_20251104_20251104_02        | has 6 parts instead of 7",
                "LC08_L1TP_116034_20251104_20251104_02_T1_MTL | has 8 parts instead of 7",
                "lc08_L1TP_116034_20251104_20251104_02_T1     | 'lc08' is not a sensor and satellite",
                "LX08_L1TP_116034_20251104_20251104_02_T1     | 'X' is not a sensor of Landsat 8 or 9",
                "LC08_L3TP_116034_20251104_20251104_02_T1     | unknown processing level 'L3TP'",
                "LC08_L1TP_11634_20251104_20251104_02_T1      | path and row '11634' is not 6 digits",
                "LC08_L1TP_234034_20251104_20251104_02_T1     | WRS-2 path 234 is outside 1..233",
                "LC08_L1TP_116249_20251104_20251104_02_T1     | WRS-2 row 249 is outside 1..248",
                "LC08_L1TP_116034_20251304_20251304_02_T1     | acquisition date '20251304' is not a valid date",
                "LC08_L1TP_116034_20251104_20250230_02_T1     | processing date '20250230' is not a valid date",
                "LC08_L1TP_116034_2025-11-04_20251104_02_T1   | acquisition date '2025-11-04' is not 8 digits",
                "LC08_L1TP_116034_20251104_20251103_02_T1     | processing date 2025-11-03 is before acquisition date",
                "LC08_L1TP_116034_20251104_20251104_2_T1      | collection number '2' is not 2 digits",
                "LC08_L1TP_116034_20251104_20251104_02_T3     | unknown tier 'T3'",
                "\"\"                                         | has 1 parts instead of 7",
            })
    void anErrorAboutAMalformedIdNamesThePart(String id, String problem) {
        assertThatThrownBy(() -> ProductName.parse(id))
                .isInstanceOf(BadNotification.class)
                .hasMessageContainingAll("product id '" + id + "'", problem, "expected a form such as");
    }

    @ParameterizedTest
    @CsvSource({
        "LE07_L1TP_116034_20200101_20200120_02_T1, other sensor: LE07 is neither Landsat 8 nor Landsat 9",
        "LT05_L1TP_116034_20090101_20200120_02_T1, other sensor: LT05 is neither Landsat 8 nor Landsat 9",
        "LC08_L1TP_116034_20200101_20200120_01_T1, other collection: 01 instead of 02",
        "LC08_L2SP_070015_20250704_20250712_02_A1, 'other projection: tier A1 is in Albers, not UTM'",
        "LC09_L1TP_070015_20250704_20250712_02_A2, 'other projection: tier A2 is in Albers, not UTM'",
        "LC08_CU_003010_20250704_20250712_02_SR, 'other kind: analysis ready data in tiles, not a scene'",
        "LC09_AK_003010_20250704_20250712_02_ST, 'other kind: analysis ready data in tiles, not a scene'",
        "LC08_HI_003010_20250704_20250712_02_DSWE, 'other kind: analysis ready data in tiles, not a scene'",
    })
    void aProductOfAnotherSensorOrCollectionHasAReason(String id, String reason) {
        assertThat(ProductName.parse(id)).isEqualTo(new OtherProduct(id, reason));
        assertThatThrownBy(() -> ProductId.parse(id))
                .isInstanceOf(BadNotification.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "LO08_L1TP_116034_20200101_20200120_02_T1, no thermal band: recorded by OLI alone",
        "LC08_L2SR_116034_20200101_20200120_02_T1, no thermal band: L2SR is surface reflectance only",
        "LT08_L1TP_116034_20200101_20200120_02_T1, 'other sensor: recorded by TIRS alone, without the bands that detect clouds'",
    })
    void aProductWithoutThermalBandOrCloudMaskHasAReason(String id, String reason) {
        assertThat(ProductId.parse(id).whyUnusable()).contains(reason);
    }

    @Test
    void anOrdinaryProductIsUsable() {
        assertThat(REAL_TIME.whyUnusable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"116034", "116/034", "116/34"})
    void pathAndRowAreReadWithAndWithoutPadding(String text) {
        assertThat(WrsScene.parse(text)).isEqualTo(new WrsScene(116, 34)).hasToString("116034");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11634", "116-034", "116/0340", "000034", "116000"})
    void anyOtherTextIsNotAPathAndRow(String text) {
        assertThatThrownBy(() -> WrsScene.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC07_116034_20251104", "LT08_116034_20251104", "LC08_116034_20251131", "LC08_116034"})
    void anyOtherTextIsNotAnAcquisition(String text) {
        assertThatThrownBy(() -> Acquisition.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    static ProductId randomId(Random random) {
        LocalDate acquired = LocalDate.of(2013, 4, 1).plusDays(random.nextInt(5000));
        return new ProductId(
                oneOf(Sensor.values(), random),
                oneOf(Satellite.values(), random),
                oneOf(Level.values(), random),
                new WrsScene(random.nextInt(1, 234), random.nextInt(1, 249)),
                acquired,
                acquired.plusDays(random.nextInt(20)),
                oneOf(Tier.values(), random));
    }

    private static <T> T oneOf(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
