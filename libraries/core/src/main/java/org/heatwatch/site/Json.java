package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON in messages. */
final class Json {

    private static final int LONGEST = 60;

    private Json() {}

    /** The value as it stands in the file, shortened where it is long. */
    static String excerpt(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
