package org.heatwatch.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Condition on the existing item under which a write succeeds; null where the expression needs no names or values. */
record Condition(
        @Nullable String expression,
        @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values) {

    static final Condition NONE = new Condition(null, null, null);
    static final Condition ABSENT = new Condition("attribute_not_exists(pk)", null, null);

    /** Requires that an attribute has a value. */
    static Condition is(String attribute, AttributeValue value) {
        return new Condition("#attribute = :value", Map.of("#attribute", attribute), Map.of(":value", value));
    }
}
