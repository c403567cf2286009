package org.heatwatch.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads names in certain languages: members such as {@code name:ko}, as OpenStreetMap has them. */
final class TranslatedNames {
    private static final List<String> LANGUAGES = List.of("en", "ko");

    private TranslatedNames() {}

    /** The names by code of the language (ISO 639-1); languages without a name are missing. */
    static Map<String, String> read(Members members) {
        Map<String, String> names = new TreeMap<>();
        LANGUAGES.forEach(
                language -> members.optionalText("name:" + language).ifPresent(name -> names.put(language, name)));
        return names;
    }
}
