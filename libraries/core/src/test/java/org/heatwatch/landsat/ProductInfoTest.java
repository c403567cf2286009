package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.heatwatch.errors.ProductUnreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProductInfoTest {

    @Test
    void aSouthernSceneIsInANorthernZone() {
        assertThat(ProductInfo.of(Samples.metadata(Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt")))
                .isEqualTo(new ProductInfo(
                        ProductId.parse(Samples.LANDSAT_8_LEVEL_1),
                        Instant.parse("2022-05-06T23:39:59.285133Z"),
                        43.24426868,
                        Optional.of("FINAL"),
                        32656));
    }

    @Test
    void aLevel2ProductIsNamedByItsOwnIdNotByTheLevel1OneItCameFrom() {
        ProductInfo info = ProductInfo.of(Samples.metadata(Samples.LANDSAT_9_LEVEL_2 + "_MTL.txt"));
        assertThat(info.id()).hasToString(Samples.LANDSAT_9_LEVEL_2);
        assertThat(info.sceneSelectMirrorModel()).isEmpty();
        assertThat(info.hasPreliminaryPointing()).isFalse();
    }

    @Test
    void preliminaryPointingIsSeen() {
        String file = Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt";
        String preliminary = Samples.text(file).replace("MODEL = \"FINAL\"", "MODEL = \"PRELIMINARY\"");
        assertThat(ProductInfo.of(Metadata.parse(file, preliminary)).hasPreliminaryPointing())
                .isTrue();
    }

    @Test
    void aPolarProductIsNotRead() {
        assertThatThrownBy(() -> ProductInfo.of(Samples.metadata(Samples.REFLECTANCE_ONLY + "_MTL.json")))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContaining("MAP_PROJECTION in group PROJECTION_ATTRIBUTES is 'PS'");
    }

    @ParameterizedTest
    @CsvSource({
        "DATE_ACQUIRED = 2022-05-06, DATE_ACQUIRED = 2022-05-07, DATE_ACQUIRED in group IMAGE_ATTRIBUTES",
        "23:39:59.2851330Z, 24:39:59Z, SCENE_CENTER_TIME in group IMAGE_ATTRIBUTES",
        "SUN_ELEVATION = 43.24426868, SUN_ELEVATION = 143, SUN_ELEVATION in group IMAGE_ATTRIBUTES",
        "UTM_ZONE = 56, UTM_ZONE = 61, UTM_ZONE in group PROJECTION_ATTRIBUTES",
    })
    void aContradictionOrAnAbsurdValueIsUnreadable(String good, String bad, String problem) {
        String file = Samples.LANDSAT_8_LEVEL_1 + "_MTL.txt";
        Metadata damaged = Metadata.parse(file, Samples.text(file).replace(good, bad));
        assertThatThrownBy(() -> ProductInfo.of(damaged))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContainingAll(file, problem);
    }
}
