package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;

/** Shortens JSON for messages. */
final class JsonExcerpt {

    private static final int LONGEST = 60;

    private JsonExcerpt() {}

    /** The value as in the file, cut after 60 characters. */
    static String excerpt(JsonNode value) {
        return shortened(value.toString());
    }

    /** The text, cut after 60 characters. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
