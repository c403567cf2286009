package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QaPixelTest {

    private static final int CLEAR_LAND = 21824;

    @ParameterizedTest
    @CsvSource({
        "21824, true",
        "21952, true",
        "22280, false",
        "55052, false",
        "23888, false",
        "1, false",
        "21762, false",
        "2, false"
    })
    void onlyGroundThatWasSeenIsUsable(int value, boolean usable) {
        assertThat(QaPixel.isUsable(value)).isEqualTo(usable);
    }

    @Test
    void snowIsUsable() {
        int snow = CLEAR_LAND | 1 << 5;
        assertThat(QaPixel.isSnow(snow)).isTrue();
        assertThat(QaPixel.isUsable(snow)).isTrue();
    }
}
