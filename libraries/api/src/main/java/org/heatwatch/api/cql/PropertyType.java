package org.heatwatch.api.cql;

/** Types of properties and values. */
public enum PropertyType {
    TEXT("a text, for example 'ON'"),
    NUMBER("a number, for example 1.5"),
    FLAG("true or false"),
    TIME("a time, for example TIMESTAMP('2025-11-04T02:11:07Z') or DATE('2025-11-04')"),
    GEOMETRY("a geometry, for example BBOX(126.6, 37.9, 126.7, 38.0)");

    private final String words;

    PropertyType(String words) {
        this.words = words;
    }

    /** What such a value is, for messages. */
    String words() {
        return words;
    }
}
