package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.heatwatch.announce.Topic;
import org.heatwatch.state.FacilityState;
import org.junit.jupiter.api.Test;

/** The languages of mails have the same sentences. */
final class MailLanguageTest {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/]?-?[\\w.]+)}}");

    @Test
    void everyLanguageHasTheSameKeysInTheSameOrder() {
        List<String> english = keys("en");
        assertThat(MailLanguage.codes())
                .hasSize(2)
                .allSatisfy(code -> assertThat(keys(code)).isEqualTo(english));
    }

    private static List<String> keys(String code) {
        return List.copyOf(MailLanguage.of(code).words().texts().keySet());
    }

    @Test
    void noSentenceHasAPlaceholderThatItsEnglishFormLacks() {
        Map<String, String> english = MailLanguage.of("en").words().texts();
        MailLanguage.of("ko")
                .words()
                .texts()
                .forEach((key, text) -> assertThat(found(NAME, Objects.requireNonNull(english.get(key))))
                        .as(key)
                        .containsAll(found(NAME, text)));
    }

    @Test
    void everyTemplateHasTheSameTags() throws IOException {
        assertThat(found(TAG, template("ko"))).isEqualTo(found(TAG, template("en")));
    }

    private static String template(String code) throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                MailLanguage.class.getResourceAsStream(MailLanguage.of(code).template()))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return new TreeSet<>(
                pattern.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void everyStateAndTopicHasAWord() {
        for (String code : MailLanguage.codes()) {
            MailLanguage language = MailLanguage.of(code);
            assertThat(FacilityState.values())
                    .allSatisfy(state -> assertThat(language.state(state)).isNotEmpty());
            assertThat(Topic.values())
                    .filteredOn(topic -> topic != Topic.DIGEST)
                    .allSatisfy(topic -> assertThat(language.topic(topic)).isNotEmpty());
        }
    }
}
