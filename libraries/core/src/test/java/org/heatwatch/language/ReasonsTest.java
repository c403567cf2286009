package org.heatwatch.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReasonsTest {
    private static final Phrases KOREAN = Reasons.in("ko");

    @Test
    void everyLanguageHasTheSameKeys() {
        assertThat(Reasons.words("ko").texts().keySet())
                .containsExactlyElementsOf(Reasons.words("en").texts().keySet());
    }

    /** A text that no form produces, or that an earlier form takes, would be translated wrongly. */
    @Test
    void everyFormIsFoundByItsOwnText() {
        Words korean = Reasons.words("ko");
        Reasons.words("en").texts().forEach((key, text) -> {
            String filled = text.replace("{product}", "LC08_L1TP")
                    .replace("{sum}", "CUSUM")
                    .replaceAll("\\{\\w+}", "9");
            String expected = korean.say(key)
                    .replace("{product}", "LC08_L1TP")
                    .replace("{sum}", KOREAN.say("CUSUM"))
                    .replaceAll("\\{\\w+}", "9");
            assertThat(KOREAN.say(filled)).as(key).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hidden or outside the scene (5 of 7)     | 가려졌거나 영상 밖 (7곳 중 5곳)
            not seen: hidden or outside the scene    | 보이지 않음: 가려졌거나 영상 밖
            too few reference scenes (night, snow)   | 기준 영상이 너무 적음(밤, 눈)
            first valid observation, CUSUM of a fall 0.12 of 4.00 | 첫 유효 관측, 하강 누적합 0.12, 기준값 4.00
            shutdown CUSUM 4.10 passed 4.00          | 정지 누적합 4.10, 기준값 4.00을 넘음
            snow; 3 of 12 reference parcels appear hot | 눈; 기준 구역 12곳 중 3곳이 뜨겁게 보임
            no product was announced                 | 통지된 산출물이 없음
            """)
    void reasonsAreTranslatedWithTheirValues(String english, String korean) {
        assertThat(KOREAN.say(english)).isEqualTo(korean);
    }

    @Test
    void anUnknownTextAndTheStoredLanguageStayAsTheyAre() {
        assertThat(KOREAN.say("the file ends early")).isEqualTo("the file ends early");
        assertThat(KOREAN.say("snow; the file ends early")).isEqualTo("눈; the file ends early");
        assertThat(Reasons.in("en").say("snow")).isEqualTo("snow");
        assertThatThrownBy(() -> Reasons.in("fr")).hasMessageContaining("fr is not one of [en, ko]");
    }
}
