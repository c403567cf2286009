package org.heatwatch.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.language.Phrases;
import org.heatwatch.language.Reasons;
import org.jspecify.annotations.Nullable;

/** Translates the texts of features: reasons, flags, evidence, and names that the site has in a language. */
final class TranslatedRow {
    /** Columns whose values are stored in English. */
    private static final Set<String> COLUMNS = Set.of("flags", "reasons", "evidence");

    private static final String NAME = "name";

    private TranslatedRow() {}

    /**
     * The feature in a language. The words of mails are not translated here: the collection of alerts has them in each
     * language.
     *
     * @param language code of the language (ISO 639-1)
     */
    static Row of(Row row, PublishedSite view, String language) {
        Phrases phrases = Reasons.in(language);
        if (phrases.equals(Phrases.NONE)) {
            return row;
        }
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(row.properties());
        properties.replaceAll((column, value) -> COLUMNS.contains(column) ? translated(value, phrases) : value);
        Optional.ofNullable(properties.get(NAME))
                .flatMap(name -> view.site().features().stream()
                        .filter(feature -> feature.name().equals(name))
                        .map(feature -> feature.name(language))
                        .findFirst())
                .ifPresent(name -> properties.put(NAME, name));
        return new Row(
                row.id(),
                row.collection(),
                row.place(),
                row.span(),
                row.title(),
                properties,
                row.links(),
                row.assets());
    }

    private static @Nullable Object translated(@Nullable Object value, Phrases phrases) {
        return switch (value) {
            case String text -> phrases.say(text);
            case List<?> texts ->
                texts.stream().map(String::valueOf).map(phrases::say).toList();
            case null, default -> value;
        };
    }
}
