package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

final class LettersTest {
    @Test
    void everyLetterThatPicturesNeedIsThereKoreanIncluded() {
        assertThat("ABCxyz0189 +-.,:;()%/<>\u00b1\u00b2\u2026\u03c3\uac1c\uc131\uacf5\uc5c5\uc9c0\uad6c".codePoints())
                .allMatch(Letters::has);
        assertThat(Letters.has(0x10ffff)).isFalse();
    }

    @Test
    void textIsAsWideAsItIsDrawn() {
        for (boolean bold : new boolean[] {false, true}) {
            Rectangle2D drawn =
                    Letters.outline("\uac1c\uc131 Kaesong", 10, 50, 20, bold).getBounds2D();
            double width = Letters.width("\uac1c\uc131 Kaesong", 20, bold);
            assertThat(drawn.getMinX()).isBetween(10.0, 13.0);
            assertThat(drawn.getMaxX()).isBetween(10 + width - 3, 10 + width);
            assertThat(drawn.getMinY()).as("letters stand on the line").isBetween(30.0, 38.0);
        }
    }

    @Test
    void whatTheFontLacksIsABoxAndNoFailure() {
        assertThat(Letters.width("\ud83c\udfed", 20, false)).isPositive();
        assertThat(Letters.outline("", 0, 0, 20, false).getBounds2D().isEmpty()).isTrue();
    }
}
