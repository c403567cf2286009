package org.heatwatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
    private static final List<String> KNOWN = List.of("amos", "cuckoo", "demo", "samas-electronics");

    @Test
    void exchangedMissingAndFurtherLettersAreMistakes() {
        assertThat(Suggestions.nearest("amso", KNOWN)).contains("amos");
        assertThat(Suggestions.nearest("cucko", KNOWN)).contains("cuckoo");
        assertThat(Suggestions.nearest("demoo", KNOWN)).contains("demo");
        assertThat(Suggestions.nearest("samsa-elektronics", KNOWN)).contains("samas-electronics");
    }

    @Test
    void capitalsAreNoMistakes() {
        assertThat(Suggestions.distance("AMOS", "amos")).isZero();
    }

    @Test
    void aWordThatResemblesNoneHasNoSuggestion() {
        assertThat(Suggestions.nearest("zzzz", KNOWN)).isEmpty();
        assertThat(Suggestions.nearest("amos", List.of())).isEmpty();
    }
}
