package org.heatwatch.api.cql;

/** Types of properties and values. */
public enum PropertyType {
    TEXT("a text, for example 'ON'", "a text, for example \"ON\""),
    NUMBER("a number, for example 1.5", "a number, for example 1.5"),
    FLAG("true or false", "true or false"),
    TIME(
            "a time, for example TIMESTAMP('2025-11-04T02:11:07Z') or DATE('2025-11-04')",
            "a time, for example {\"timestamp\": \"2025-11-04T02:11:07Z\"} or {\"date\": \"2025-11-04\"}"),
    GEOMETRY(
            "a geometry, for example BBOX(126.6, 37.9, 126.7, 38.0)",
            "a geometry, for example {\"bbox\": [126.6, 37.9, 126.7, 38.0]}");

    private final String words;
    private final String json;

    PropertyType(String words, String json) {
        this.words = words;
        this.json = json;
    }

    /** What such a value is in the text form, for messages. */
    String words() {
        return words;
    }

    /** What such a value is in the JSON form, for messages. */
    String json() {
        return json;
    }
}
