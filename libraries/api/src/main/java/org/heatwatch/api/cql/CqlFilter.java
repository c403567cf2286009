package org.heatwatch.api.cql;

import java.util.Map;

/**
 * A condition on the properties and the geometry of features.
 *
 * <p>Conformance classes of CQL2 (OGC 21-065r2): CQL2 Text, CQL2 JSON, Basic CQL2, Advanced Comparison Operators, and
 * Basic Spatial Functions with additional spatial literals. A condition on an unknown property is neither true nor
 * false, and a feature passes only if the whole is true.
 */
public final class CqlFilter {
    /** Longest filter in characters. */
    public static final int MAX_LENGTH = 4000;

    private final Expression expression;
    private final boolean isJson;

    private CqlFilter(Expression expression, boolean isJson) {
        this.expression = expression;
        this.isJson = isJson;
    }

    /**
     * Parses a filter in the text form, or in the JSON form if it begins with a brace.
     *
     * @param properties names and types of the properties that it may use
     * @throws IllegalArgumentException if it is invalid; the message begins with the position in the text, from 1, or
     *     with the place in JSON, and says what to write
     */
    public static CqlFilter parse(String text, Map<String, PropertyType> properties) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than %d characters".formatted(MAX_LENGTH));
        }
        boolean isJson = text.stripLeading().startsWith("{");
        return new CqlFilter(
                isJson ? new CqlJson(properties).filter(text) : new CqlParser(Tokens.of(text), properties).filter(),
                isJson);
    }

    /** Whether it was written in the JSON form. */
    public boolean isJson() {
        return isJson;
    }

    /** Whether a feature passes. */
    public boolean passes(FilteredFeature feature) {
        return Boolean.TRUE.equals(expression.of(feature));
    }
}
