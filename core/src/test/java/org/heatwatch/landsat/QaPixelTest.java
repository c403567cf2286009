package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;

import org.heatwatch.landsat.QaPixel.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QaPixelTest {

    private static final int CLEAR_LAND = 21824;
    private static final int CLEAR_WATER = 21952;
    private static final int CLOUD = 22280;
    private static final int SHADOW = 23888;
    private static final int CLOUD_AND_CIRRUS = 55052;

    @ParameterizedTest
    @CsvSource({"21824, true", "21952, true", "22280, false", "55052, false", "23888, false", "1, false", "21762, false"
    })
    void onlyGroundThatWasSeenIsUsable(int value, boolean usable) {
        assertThat(QaPixel.isUsable(value)).isEqualTo(usable);
    }

    @Test
    void theUsualValuesMeanWhatTheirNamesSay() {
        assertThat(QaPixel.isClear(CLEAR_LAND)).isTrue();
        assertThat(QaPixel.isWater(CLEAR_LAND)).isFalse();
        assertThat(QaPixel.isWater(CLEAR_WATER)).isTrue();
        assertThat(QaPixel.isCloud(CLOUD)).isTrue();
        assertThat(QaPixel.isCirrus(CLOUD)).isFalse();
        assertThat(QaPixel.isCirrus(CLOUD_AND_CIRRUS)).isTrue();
        assertThat(QaPixel.isCloudShadow(SHADOW)).isTrue();
        assertThat(QaPixel.isFill(1)).isTrue();
        assertThat(QaPixel.isDilatedCloud(2)).isTrue();
    }

    @Test
    void snowIsUsable() {
        int snow = CLEAR_LAND | 1 << 5;
        assertThat(QaPixel.isSnow(snow)).isTrue();
        assertThat(QaPixel.isUsable(snow)).isTrue();
    }

    @Test
    void confidencesAreReadFromTheirOwnBits() {
        assertThat(QaPixel.cloudConfidence(CLEAR_LAND)).isEqualTo(Confidence.LOW);
        assertThat(QaPixel.cloudConfidence(CLOUD)).isEqualTo(Confidence.HIGH);
        assertThat(QaPixel.shadowConfidence(SHADOW)).isEqualTo(Confidence.HIGH);
        assertThat(QaPixel.cirrusConfidence(CLOUD_AND_CIRRUS)).isEqualTo(Confidence.HIGH);
        assertThat(QaPixel.snowConfidence(0)).isEqualTo(Confidence.NONE);
        assertThat(QaPixel.snowConfidence(2 << 12)).isEqualTo(Confidence.MEDIUM);
    }
}
