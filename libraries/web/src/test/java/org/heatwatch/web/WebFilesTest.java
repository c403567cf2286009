package org.heatwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.language.Words;
import org.junit.jupiter.api.Test;

final class WebFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/heatwatch/web");
    private static final Pattern IMPORT = Pattern.compile("from '\\./([\\w.-]+)'");

    /** Keys that scripts compose from a prefix and a code, for example of a state. */
    private static final Pattern COMPOSED = Pattern.compile(
            "(state|role|confidence|status|outcome|pass|evidence|missing|downloads|hint|chart|story\\.count|note"
                    + "|activity\\.key)\\..*");

    private static String text(String name) {
        return new String(WebFiles.find(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static List<String> ownFiles() {
        return WebFiles.names().stream()
                .filter(name -> Files.exists(RESOURCES.resolve("files").resolve(name)))
                .toList();
    }

    @Test
    void everyFileIsServedAndEveryImportExists() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("files"))) {
            assertThat(ownFiles())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
        for (String name : ownFiles()) {
            Matcher imports = IMPORT.matcher(text(name));
            while (imports.find()) {
                assertThat(WebFiles.names()).as(name).contains(imports.group(1));
            }
        }
    }

    @Test
    void nothingIsFetchedFromOtherServersByDefault() {
        for (String name : ownFiles()) {
            String text = text(name).replace("http://www.w3.org/2000/svg", "");
            if (!name.equals("map.js")) {
                assertThat(text).as(name).doesNotContain("https://").doesNotContain("http://");
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndValues() {
        Words english = Languages.words("en");
        Words korean = Languages.words("ko");
        assertThat(korean.texts()).containsOnlyKeys(english.texts().keySet());
        english.texts()
                .forEach((key, text) -> assertThat(values(korean.texts().getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(values(text)));
    }

    /** The names in braces, which must be the same in all languages. */
    private static Set<String> values(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextThatIsUsedExistsAndNoneIsUnused() {
        String pages = ownFiles().stream()
                        .filter(name -> name.endsWith(".js"))
                        .map(WebFilesTest::text)
                        .collect(Collectors.joining())
                + Stream.of("dashboard", "factories", "sources", "activity", "editor")
                        .map(WebFiles::template)
                        .collect(Collectors.joining());
        Matcher used =
                Pattern.compile("[^\\w]t\\('([\\w.]+)'|\\{\\{t\\.([\\w]+)}}").matcher(pages);
        while (used.find()) {
            String key = used.group(1) != null ? used.group(1) : used.group(2).replace('_', '.');
            assertThat(Languages.words("en").texts()).containsKey(key);
        }
        assertThat(Languages.words("en").texts().keySet().stream()
                        // A text for sites without an idle reference is used where the other one is.
                        .map(key -> key.replaceFirst("\\.compared$", ""))
                        .filter(key -> !COMPOSED.matcher(key).matches())
                        // The server uses these.
                        .filter(key ->
                                !key.matches("(story|label|list|time|excess|found)\\..*|as\\.of|language|never\\.seen"))
                        .filter(key -> !pages.contains("'" + key + "'")
                                && !pages.contains("t." + key.replace('.', '_') + "}")))
                .isEmpty();
    }

    @Test
    void textsAreWrittenInTheOrderOfTheFile() {
        assertThat(Languages.words("en").json()).startsWith("{\"language\":\"English\",\"brand\":\"Heat Watch\",");
    }

    @Test
    void valuesReplaceTheirNames() {
        assertThat(Languages.words("en").say("story.on.many", "count", 2, "all", 5))
                .isEqualTo("2 of 5 factories are warmer than when idle:");
        assertThatThrownBy(() -> Languages.words("en").say("no.such")).hasMessageContaining("no.such");
        assertThatThrownBy(() -> Languages.words("fr")).hasMessageContaining("[en, ko]");
    }

    @Test
    void filesHaveTheirMediaTypes() {
        assertThat(WebFiles.type("ol.js")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(WebFiles.type("style.css")).isEqualTo("text/css; charset=utf-8");
        assertThat(WebFiles.type("icon.svg")).isEqualTo("image/svg+xml; charset=utf-8");
        assertThat(WebFiles.find("no.js")).isEmpty();
        assertThat(text("ol-licence.txt")).contains("Redistribution");
        assertThat(text("uplot-licence.txt")).contains("MIT");
    }
}
