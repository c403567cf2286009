package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.heatwatch.state.FacilityState;
import org.heatwatch.web.WebFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that the style sheet of the dashboard has colours for all states. */
final class StyleSheetTest {
    @ParameterizedTest
    @EnumSource
    void everyStateHasColoursInEveryTheme(FacilityState state) throws IOException {
        String style = style();
        long themes = count(style, "--paper: #");

        assertThat(themes).isGreaterThan(1);
        assertThat(count(style, "--state-" + state + ": #")).isEqualTo(themes);
        assertThat(count(style, "--band-" + state + ": #")).isEqualTo(themes);
    }

    private static long count(String style, String words) {
        return Pattern.compile(words, Pattern.LITERAL).matcher(style).results().count();
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(WebFiles.class.getResourceAsStream("files/style.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
