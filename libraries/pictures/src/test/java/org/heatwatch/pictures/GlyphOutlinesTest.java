package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GlyphOutlinesTest {
    private static final String NEEDED =
            "ABCxyz0189 +-.,:;()%/<>\u00b0\u00b1\u00b2\u2013\u2026\u2265\u03c3\uac1c\uc131\uacf5\uc5c5\uc9c0\uad6c";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyLetterThatPicturesNeedIsThereKoreanIncluded(boolean bold) {
        assertThat(NEEDED.codePoints()).allMatch(letter -> GlyphOutlines.has(letter, bold));
        assertThat(GlyphOutlines.has(0x10ffff, bold)).isFalse();
    }

    @Test
    void aKoreanNameIsDrawnWithItsGlyphsAndNotAsBoxes() {
        Rectangle2D box = drawn("\ud83c\udfed");
        assertThat("\uac1c\uc131".codePoints().mapToObj(Character::toString))
                .allSatisfy(letter -> assertThat(drawn(letter)).isNotEqualTo(box));
    }

    @Test
    void superscriptTwoIsLegible() {
        Rectangle2D two = drawn("2");
        Rectangle2D squared = drawn("\u00b2");
        assertThat(squared.getHeight()).isBetween(0.5 * two.getHeight(), 0.7 * two.getHeight());
        assertThat(squared.getMinY()).as("raised").isBetween(two.getMinY() - 2, two.getMinY() + 0.5);
        assertThat(squared.getMaxY()).isLessThan(two.getCenterY() + 2);
    }

    @Test
    void textWidthMatchesTheDrawnText() {
        for (boolean bold : new boolean[] {false, true}) {
            Rectangle2D drawn = GlyphOutlines.outline("\uac1c\uc131 Kaesong", 10, 50, 20, bold)
                    .getBounds2D();
            double width = GlyphOutlines.width("\uac1c\uc131 Kaesong", 20, bold);
            assertThat(drawn.getMinX()).isBetween(10.0, 13.0);
            assertThat(drawn.getMaxX()).isBetween(10 + width - 3, 10 + width);
            assertThat(drawn.getMinY()).as("letters stand on the line").isBetween(30.0, 38.0);
        }
    }

    @Test
    void aCharacterThatTheFontLacksIsDrawnAsABox() {
        assertThat(GlyphOutlines.width("\ud83c\udfed", 20, false)).isPositive();
        assertThat(GlyphOutlines.outline("", 0, 0, 20, false).getBounds2D().isEmpty())
                .isTrue();
    }

    private static Rectangle2D drawn(String text) {
        return GlyphOutlines.outline(text, 0, 0, 20, false).getBounds2D();
    }
}
