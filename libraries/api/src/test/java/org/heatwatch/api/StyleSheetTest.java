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

/** Colours of states in pictures and KML are in StateColours, those of the dashboard in its style sheet. */
final class StyleSheetTest {
    @ParameterizedTest
    @EnumSource
    void everyStateHasItsColoursOnEveryPaper(FacilityState state) throws IOException {
        String style = style();
        long papers = count(style, "--paper: #");

        assertThat(papers).isGreaterThan(1);
        assertThat(count(style, "--state-" + state + ": #")).isEqualTo(papers);
        assertThat(count(style, "--band-" + state + ": #")).isEqualTo(papers);
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
