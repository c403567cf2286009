package org.heatwatch.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WordsTest {
    private static final Words WORDS = Words.read("en", WordsTest.class, "words.json");

    @Test
    void valuesReplaceTheirNames() {
        assertThat(WORDS.say("state", "name", "Amos", "state", "ON")).isEqualTo("Amos is ON, as Amos was.");
    }

    @Test
    void aNameWithBracesOrDollarsStaysAsItIs() {
        assertThat(WORDS.say("state", "name", "{state} $1", "state", "ON"))
                .isEqualTo("{state} $1 is ON, as {state} $1 was.");
    }

    @Test
    void anErrorAboutAMissingTextNamesItsKey() {
        assertThatThrownBy(() -> WORDS.say("no.such")).hasMessageContaining("no.such");
    }

    @Test
    void aVariantReplacesTheTextsThatItHas() {
        Words plain = Words.read("en", WordsTest.class, "variants.json");

        assertThat(plain.say("excess")).isEqualTo("above idle");
        assertThat(plain.variant("compared").say("excess")).isEqualTo("above reference");
        assertThat(plain.variant("compared").say("state")).isEqualTo("warm");
        assertThat(plain.variant("other").texts()).isEqualTo(plain.texts());
    }

    @Test
    void textsKeepTheOrderOfTheFile() {
        assertThat(WORDS.json()).isEqualTo("{\"state\":\"{name} is {state}, as {name} was.\",\"again\":\"again\"}");
    }
}
