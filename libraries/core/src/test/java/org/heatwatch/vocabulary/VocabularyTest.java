package org.heatwatch.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds main code and documents to the terms of docs/glossary.md; rejected-words.tsv lists the words that it rejects. */
class VocabularyTest {
    /** CHANGELOG lists old names, and the glossary the words that it rejects. */
    private static final Set<String> EXCEPTED = Set.of("CHANGELOG.md", "docs/glossary.md");

    private static Map<String, List<String>> files = Map.of();

    @BeforeAll
    static void readProject() throws IOException {
        files = ProjectFiles.read();
        files.keySet().removeAll(EXCEPTED);
        files.replaceAll(
                (_, lines) -> lines.stream().map(RejectedWord::separateWords).toList());
    }

    static List<RejectedWord> rejectedWords() {
        try (InputStream table = VocabularyTest.class.getResourceAsStream("rejected-words.tsv")) {
            return RejectedWord.parse(new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rejectedWords")
    void mainCodeAndDocumentsUseTheTermOfTheGlossary(RejectedWord word) {
        assertThat(files.entrySet().stream().flatMap(file -> word.findIn(file.getKey(), file.getValue())))
                .as("lines with %s", word.pattern())
                .isEmpty();
    }

    @Test
    void theWholeProjectIsRead() {
        assertThat(files)
                .containsKeys("README.md", "docs/method.md", "template.yaml", "heatwatch", "pom.xml")
                .hasSizeGreaterThan(500);
    }

    @Test
    void aRejectedWordIsFoundWithinAnIdentifierAndNotInExceptedFiles() {
        RejectedWord word =
                RejectedWord.parse("\\broofs?\\b\tfootprint\tsimulator").getFirst();

        assertThat(word.findIn(
                        "libraries/Some.java", List.of("first", RejectedWord.separateWords("int warmRoofs = 1;"))))
                .containsExactly("libraries/Some.java:2: \"Roofs\": use footprint");
        assertThat(word.findIn("tools/simulator/Some.java", List.of(RejectedWord.separateWords("int warmRoofs = 1;"))))
                .isEmpty();
        assertThat(word.findIn("libraries/Some.java", List.of("proof of it"))).isEmpty();
    }
}
