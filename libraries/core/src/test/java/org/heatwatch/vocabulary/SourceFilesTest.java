package org.heatwatch.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits that keep source files easy to find and to read. */
class SourceFilesTest {
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_CLASS = 300;
    private static final Set<String> SHARED_NAMES = Set.of("package-info.java");

    private static Map<String, List<String>> classes = Map.of();

    @BeforeAll
    static void readClasses() throws IOException {
        classes = ProjectFiles.read().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void noTwoTopLevelClassesShareASimpleName() {
        Map<String, List<String>> filesByName = classes.keySet().stream()
                .collect(Collectors.groupingBy(file -> file.substring(file.lastIndexOf('/') + 1)));
        filesByName.keySet().removeAll(SHARED_NAMES);

        assertThat(filesByName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }

    @Test
    void noClassIsLongerThan300Lines() {
        assertThat(classes.entrySet())
                .allSatisfy(
                        file -> assertThat(file.getValue()).as(file.getKey()).hasSizeLessThanOrEqualTo(LONGEST_CLASS));
    }

    @Test
    void noLineIsLongerThan120Columns() {
        assertThat(classes.entrySet().stream()
                        .flatMap(file -> IntStream.range(0, file.getValue().size())
                                .filter(index -> file.getValue().get(index).length() > LONGEST_LINE)
                                .mapToObj(index -> "%s:%d".formatted(file.getKey(), index + 1))))
                .isEmpty();
    }
}
