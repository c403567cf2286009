package org.heatwatch.api.cql;

import java.util.Map;

/**
 * A condition on the properties and the geometry of features.
 *
 * <p>Conformance classes of CQL2 (OGC 21-065r2): CQL2 Text, Basic CQL2, Advanced Comparison Operators, and Basic
 * Spatial Functions with additional spatial literals. A condition on an unknown property is neither true nor false, and
 * a feature passes only if the whole is true.
 */
public final class CqlFilter {
    /** Longest filter in characters. */
    public static final int MAX_LENGTH = 4000;

    private final Expression expression;

    private CqlFilter(Expression expression) {
        this.expression = expression;
    }

    /**
     * Parses a filter.
     *
     * @param properties names and types of the properties that it may use
     * @throws IllegalArgumentException if it is invalid; the message begins with the position in the text, from 1, and
     *     says what to write
     */
    public static CqlFilter parse(String text, Map<String, PropertyType> properties) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than %d characters".formatted(MAX_LENGTH));
        }
        return new CqlFilter(new CqlParser(Tokens.of(text), properties).filter());
    }

    /** Whether a feature passes. */
    public boolean passes(FilteredFeature feature) {
        return Boolean.TRUE.equals(expression.of(feature));
    }
}
