package org.heatwatch.golden;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenTest {
    @TempDir
    private Path folder;

    private Golden golden(String text) {
        try {
            return Golden.at(Files.writeString(folder.resolve("golden"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(Runnable comparison, String... words) {
        assertThatThrownBy(comparison::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("golden file ")
                .hasMessageContaining("list it in CHANGELOG.md and write the file anew with -Dgolden.write=true")
                .hasMessageContainingAll(words);
    }

    @Test
    void aMemberMoreIsAnAdditionAndARenamedOneIsNot() {
        Golden golden = golden("{\"a\": {\"b\": 1}}");
        assertThatCode(() -> golden.holdsIn(Map.of("a", Map.of("b", 1, "c", 2), "d", 3)))
                .doesNotThrowAnyException();
        assertRefused(() -> golden.holdsIn(Map.of("a", Map.of("bb", 1))), "at /a/b: was 1, is gone, new are: bb");
    }

    @Test
    void valuesAndTypesMustBeTheSameButNumbersOnlyWithinTheTolerance() {
        Golden golden = golden("{\"text\": \"x\", \"whole\": 3, \"number\": 3.0, \"none\": null}");
        assertThatCode(() -> golden.holdsIn(value("x", 3, 3.0000019))).doesNotThrowAnyException();
        assertThatCode(() -> golden.within(new Tolerance(0, 0.5)).holdsIn(value("x", 3, 3.4)))
                .doesNotThrowAnyException();
        assertRefused(() -> golden.holdsIn(value("y", 3, 3.0)), "at /text: was \"x\", is \"y\"");
        assertRefused(() -> golden.holdsIn(value("x", 3.0, 3.0)), "at /whole: was 3, is 3.0");
        assertRefused(() -> golden.holdsIn(value("x", 3, "3.0")), "at /number: was 3.0, is \"3.0\"");
        assertRefused(() -> golden.holdsIn(value("x", 3, 3.00001)), "at /number: was 3.0, is 3.00001");
    }

    @Test
    void somePlacesMayHaveAToleranceOfTheirOwn() {
        Golden golden = golden("[{\"longitude\": 126.0, \"kelvin\": 5.0}]")
                .within(new Tolerance(0, 0.5))
                .within(Tolerance.DEGREES, "/**/longitude");
        assertThatCode(() -> golden.holdsIn(List.of(Map.of("longitude", 126.0, "kelvin", 5.4))))
                .doesNotThrowAnyException();
        assertRefused(
                () -> golden.holdsIn(List.of(Map.of("longitude", 126.00001, "kelvin", 5.0))), "at /0/longitude: ");
    }

    private static Map<String, Object> value(String text, Object whole, Object number) {
        Map<String, Object> value = new java.util.HashMap<>(Map.of("text", text, "whole", whole, "number", number));
        value.put("none", null);
        return value;
    }

    @Test
    void arraysKeepOrderAndSizeUnlessTheyAreSets() {
        Golden golden = golden("{\"list\": [\"a\", \"b\"]}");
        assertRefused(() -> golden.holdsIn(Map.of("list", List.of("b", "a"))), "at /list/0", "at /list/1");
        assertRefused(() -> golden.holdsIn(Map.of("list", List.of("a", "b", "c"))), "2 elements", "3 elements");
        Golden set = golden.withSets("/**/list");
        assertThatCode(() -> set.holdsIn(Map.of("list", List.of("b", "a", "c"))))
                .doesNotThrowAnyException();
        assertRefused(() -> set.holdsIn(Map.of("list", List.of("a", "c"))), "was \"b\" among them");
    }

    @Test
    void maskedValuesMayDifferButNotComeOrGo() {
        Golden golden = golden("[{\"at\": \"<time of the run>\"}]").masking("time of the run", "/*/at");
        assertThatCode(() -> golden.holdsIn(List.of(Map.of("at", "2026-01-01"))))
                .doesNotThrowAnyException();
        assertRefused(() -> golden.holdsIn(List.of(java.util.Collections.singletonMap("at", null))), "at /0/at");
    }

    @Test
    void columnsMayBeAddedAnywhereButNotRenamedRemovedOrMoved() {
        Golden golden = golden("id,kelvin\na,1.5\n");
        assertThatCode(() -> golden.holdsInTable("new,id,other,kelvin\r\n1,a,2,1.5000001\r\n"))
                .doesNotThrowAnyException();
        assertRefused(
                () -> golden.holdsInTable("id,temperature\na,1.5\n"),
                "headings: was kelvin among them, is gone, new are: temperature");
        assertRefused(() -> golden.holdsInTable("id\na\n"), "headings: was kelvin among them, is gone");
        assertRefused(() -> golden.holdsInTable("kelvin,id\n1.5,a\n"), "headings: was id,kelvin, is kelvin,id");
    }

    @Test
    void cellsMustBeTheSameButNumbersOnlyWithinTheTolerance() {
        Golden golden = golden("id,kelvin,count\na,1.5,3\nb,,4\n");
        assertRefused(
                () -> golden.holdsInTable("id,kelvin,count\na,1.6,3\nb,,4\n"), "row 1, kelvin: was '1.5', is '1.6'");
        assertRefused(() -> golden.holdsInTable("id,kelvin,count\na,1.5,3\nb,0,4\n"), "row 2, kelvin: was '', is '0'");
        assertRefused(() -> golden.holdsInTable("id,kelvin,count\na,1.5,3.0000001\nb,,4\n"), "row 1, count");
        assertRefused(() -> golden.holdsInTable("id,kelvin,count\na,1.5,3\n"), "rows: was 2, is 1");
        assertThatCode(() -> golden.masking("number of the run", "count")
                        .holdsInTable("id,kelvin,count\na,1.5,<number of the run>\nb,,4\n"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void allDifferencesAreToldUpToAScreenful() {
        Golden golden = golden(Arrays.toString(new int[40]));
        int[] ones = new int[40];
        Arrays.fill(ones, 1);
        assertRefused(() -> golden.holdsIn(ones), "at /0: was 0, is 1", "at /24: ", "and 15 more");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Golden.at(folder.resolve("none.json")).holdsIn(Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("none.json; write it with -Dgolden.write=true");
    }
}
