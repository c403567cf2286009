package org.heatwatch.api.cql;

import org.jspecify.annotations.Nullable;

/** A side of a comparison. */
sealed interface Operand {
    PropertyType type();

    /** The value for a feature; null if it is unknown. */
    @Nullable
    Object of(FilteredFeature feature);

    /** A property of the feature. */
    record Property(String name, PropertyType type) implements Operand {
        @Override
        public @Nullable Object of(FilteredFeature feature) {
            return feature.value(name);
        }
    }

    /** A value that the filter states: text, a double, a boolean or an instant. */
    record Literal(Object value, PropertyType type) implements Operand {
        @Override
        public Object of(FilteredFeature feature) {
            return value;
        }
    }
}
