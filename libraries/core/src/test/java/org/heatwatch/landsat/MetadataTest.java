package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heatwatch.errors.ProductUnreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataTest {

    @ParameterizedTest
    @ValueSource(strings = {Samples.LANDSAT_8_LEVEL_1, Samples.LANDSAT_8_LEVEL_2})
    void bothFormsOfAProductAreEqual(String product) {
        Metadata text = Samples.metadata(product + "_MTL.txt");
        assertThat(text).isEqualTo(Samples.metadata(product + "_MTL.json")).hasSameHashCodeAs(text);
    }

    @Test
    void oneKeyInTwoGroupsKeepsItsTwoValues() {
        Metadata metadata = Samples.metadata(Samples.LANDSAT_9_LEVEL_2 + "_MTL.txt");
        assertThat(metadata.group("PRODUCT_CONTENTS").text("LANDSAT_PRODUCT_ID"))
                .isEqualTo("LC09_L2SP_010065_20220129_20220131_02_T1");
        assertThat(metadata.group("LEVEL1_PROCESSING_RECORD").text("LANDSAT_PRODUCT_ID"))
                .isEqualTo("LC09_L1TP_010065_20220129_20220129_02_T1");
    }

    @Test
    void groupsNest() {
        Metadata metadata = Metadata.parse("A_MTL.txt", """
                GROUP = LANDSAT_METADATA_FILE
                  GROUP = OUTER
                    A = 1
                    GROUP = INNER
                      A = "2 = two"
                    END_GROUP = INNER
                  END_GROUP = OUTER
                END_GROUP = LANDSAT_METADATA_FILE
                END
                """);
        assertThat(metadata.group("OUTER").integer("A")).isEqualTo(1);
        assertThat(metadata.group("OUTER").group("INNER").text("A")).isEqualTo("2 = two");
        assertThat(metadata).isEqualTo(Metadata.parse("A_MTL.json", """
                        {"LANDSAT_METADATA_FILE": {"OUTER": {"A": "1", "INNER": {"A": "2 = two"}}}}"""));
    }

    @Test
    void anErrorAboutAMissingValueNamesItsGroupAndFile() {
        Metadata metadata = Samples.metadata(Samples.LANDSAT_8_LEVEL_1 + "_MTL.json");
        assertThatThrownBy(() -> metadata.group("LEVEL2_SURFACE_TEMPERATURE_PARAMETERS"))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContainingAll(
                        "LC08_L1GT_089074_20220506_20220512_02_T2_MTL.json",
                        "no group LEVEL2_SURFACE_TEMPERATURE_PARAMETERS");
        Metadata constants = metadata.group("LEVEL1_THERMAL_CONSTANTS");
        assertThatThrownBy(() -> constants.number("K1_CONSTANT_BAND_12"))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContainingAll(
                        "LC08_L1GT_089074_20220506_20220512_02_T2_MTL.json",
                        "no K1_CONSTANT_BAND_12 in group LEVEL1_THERMAL_CONSTANTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1e999", "12 K", "", "0x10", "1d"})
    void aValueThatIsNotANumberIsRefused(String value) {
        Metadata group = Metadata.parse(
                        "A_MTL.json", "{\"LANDSAT_METADATA_FILE\": {\"G\": {\"A\": \"" + value + "\"}}}")
                .group("G");
        assertThatThrownBy(() -> group.number("A"))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContainingAll("A_MTL.json", "A in group G is '" + value + "'", "number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                       | no group LANDSAT_METADATA_FILE",
                "GROUP = L1_METADATA_FILE                                 | starts with group L1_METADATA_FILE",
                "GROUP = LANDSAT_METADATA_FILE;GROUP = G;A = 1            | ends inside group G",
                "GROUP = LANDSAT_METADATA_FILE;GROUP = G;END_GROUP = H    | line 3 closes group H inside group G",
                "GROUP = LANDSAT_METADATA_FILE;A = 1;A = 2                | A is given twice",
                "GROUP = LANDSAT_METADATA_FILE;A = \"x                    | line 2 has no closing quote",
                "GROUP = LANDSAT_METADATA_FILE;A                          | line 2 is not KEY = VALUE",
                "A = 1                                                    | line 1 is outside any group",
                "<html>                                                   | line 1 is not KEY = VALUE",
                "{\"LANDSAT_METADATA_FILE\": {\"A\": \"1\"                | not JSON",
                "{\"A\": \"1\"}                                           | no group LANDSAT_METADATA_FILE",
                "{\"LANDSAT_METADATA_FILE\": {\"A\": \"1\", \"A\": \"2\"}} | Duplicate field",
                "{\"LANDSAT_METADATA_FILE\": {\"A\": [\"1\"]}}            | is a list",
            })
    void aDamagedFileIsUnreadable(String content, String problem) {
        assertThatThrownBy(() -> Metadata.parse("A_MTL", content.replace(';', '\n')))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageStartingWith("A_MTL: ")
                .hasMessageContaining(problem);
    }
}
