package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heatwatch.announce.Story;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.source.SourceReport;
import org.heatwatch.source.SourceReports;
import org.junit.jupiter.api.Test;

final class PictureLanguageTest {
    private static final Pattern NAME = Pattern.compile("\\{\\w+}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern NAMES =
            Pattern.compile("Landsat|USGS|UTC|L1TP|Name of \\w+|Site|Here|Factory|The Control|a bad scene|LC0\\w+");
    private static final PictureLanguage KOREAN = PictureLanguage.of("ko");

    @Test
    void everyLanguageHasTheSameKeys() {
        assertThat(PictureLanguage.words("ko").texts().keySet())
                .containsExactlyElementsOf(PictureLanguage.words("en").texts().keySet());
    }

    @Test
    void everyFormIsFoundByItsOwnText() {
        Map<String, String> korean = PictureLanguage.words("ko").texts();
        PictureLanguage.words("en")
                .texts()
                .forEach((key, text) -> assertThat(KOREAN.say(filled(text)))
                        .as(key)
                        .isEqualTo(filled(Objects.requireNonNull(korean.get(key)))));
    }

    private static String filled(String text) {
        return NAME.matcher(text).replaceAll("9");
    }

    @Test
    void theFontHasEveryCharacterOfTheLanguage() {
        assertThat(PictureLanguage.words("ko").texts().values().stream()
                        .flatMapToInt(String::codePoints)
                        .filter(character -> character > ' ')
                        .distinct()
                        .filter(character -> !GlyphOutlines.has(character, /* bold= */ false)
                                || !GlyphOutlines.has(character, /* bold= */ true))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .isEmpty();
    }

    @Test
    void noTextOfAHeatMapStaysEnglish() {
        FeatureHistory suspect = Fixtures.history(List.of(Fixtures.last(2)), Fixtures.scored(0), Fixtures.scored(0.2));
        FeatureHistory hidden = Fixtures.history(Fixtures.scored(0), Fixtures.hidden());
        for (FeatureHistory history : List.of(suspect, hidden)) {
            HeatMap map = Fixtures.map(Fixtures.cells(4), history, Optional.of("Simulated data"));
            for (HeatMapPicture.Quantity quantity : HeatMapPicture.Quantity.values()) {
                assertThat(english(language -> HeatMapPicture.png(map, quantity, 900, language)))
                        .isEmpty();
            }
        }
    }

    @Test
    void noTextOfAChartOfAFacilityStaysEnglish() {
        List<ChartedFacility> facilities = HistoryChartTest.charted(
                List.of(Fixtures.history(Fixtures.scored(0), Fixtures.hidden(), Fixtures.scored(8))));
        assertThat(english(language -> HistoryChart.svg(
                        facilities,
                        Fixtures.FIRST,
                        Fixtures.last(3),
                        "Site, as known at the end of 2025-11-04",
                        Optional.of("Simulated data"),
                        language)))
                .isEmpty();
    }

    @Test
    void noTextOfACompositeOrAChartOfItsActivityStaysEnglish() {
        SourceReport report = SourceReports.of(Story.SITE, LocalDate.of(2025, 6, 30));
        SourceMap map = new SourceMap(
                Story.SITE, report.composite(), report.sources().sources(), Optional.of("Simulated data"));
        assertThat(english(language -> CompositePicture.png(map, 900, language)))
                .isEmpty();
        assertThat(english(language -> ActivityChart.svg(
                        report.sources().activity(), "Here", Optional.of("Simulated data"), language)))
                .isEmpty();
    }

    /** Texts with an English word, which are neither names nor units, that a drawing writes in Korean. */
    private static Set<String> english(Consumer<PictureLanguage> drawing) {
        Set<String> drawn = new TreeSet<>();
        drawing.accept(new PictureLanguage("ko", text -> {
            String translated = KOREAN.say(text);
            drawn.add(translated);
            return translated;
        }));
        assertThat(drawn).hasSizeGreaterThan(8);
        return drawn.stream()
                .filter(text -> WORD.matcher(NAMES.matcher(text).replaceAll("")).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void namesAndNumbersStayAsTheyAre() {
        assertThat(KOREAN.say("Amos")).isEqualTo("Amos");
        assertThat(KOREAN.say("12,300 ± 2,100 K m²")).isEqualTo("12,300 ± 2,100 K m²");
        assertThat(KOREAN.say("LC08_116034_20251104   2025-11-04 02:11:11 UTC, day"))
                .isEqualTo("LC08_116034_20251104   2025-11-04 02:11:11 UTC, 낮");
    }
}
