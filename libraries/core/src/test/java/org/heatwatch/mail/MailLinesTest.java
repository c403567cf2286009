package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MailLinesTest {
    private static final String WORDS =
            "warmer than in the reference period ".repeat(4).strip();

    @Test
    void shortLinesAndEmptyLinesAreUnchanged() {
        assertThat(MailLines.broken("Factory 1 turned ON\n\n   score 83\n"))
                .isEqualTo("Factory 1 turned ON\n\n   score 83\n");
    }

    @Test
    void aLongLineIsBrokenBetweenWords() {
        List<String> lines = MailLines.broken(WORDS).lines().toList();
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).hasSizeLessThan(78));
        assertThat(String.join(" ", lines)).isEqualTo(WORDS);
    }

    @Test
    void linesThatContinueAnItemStandBelowIt() {
        assertThat(MailLines.broken("12. " + WORDS).lines())
                .element(1)
                .asString()
                .startsWith("    ");
        assertThat(MailLines.broken("   " + WORDS).lines())
                .element(1)
                .asString()
                .startsWith("   ");
    }

    @Test
    void anAddressStaysWhole() {
        String address = "https://example.org/" + "a".repeat(100);
        assertThat(MailLines.broken("See " + address + " for more").lines())
                .containsExactly("See", address, "for more");
    }

    @Test
    void noLineOfOrdinaryWordsIsTooLongAndNoWordIsLost() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            List<String> words = Stream.generate(() -> "\uac00\u00b1x.".repeat(1 + random.nextInt(7)))
                    .limit(random.nextInt(60))
                    .toList();
            String broken = MailLines.broken(String.join(" ", words));
            assertThat(broken.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(78));
            assertThat(Arrays.stream(broken.split("[ \n]+")).filter(word -> !word.isEmpty()))
                    .containsExactlyElementsOf(words);
        }
    }
}
