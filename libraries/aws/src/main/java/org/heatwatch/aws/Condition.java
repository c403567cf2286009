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

    /** Requires that the item is absent or has an attribute. */
    static Condition absentOrWith(String attribute) {
        return new Condition(
                "attribute_not_exists(pk) OR attribute_exists(#attribute)", Map.of("#attribute", attribute), null);
    }

    /** Requires that the item exists and lacks an attribute. */
    static Condition presentWithout(String attribute) {
        return new Condition(
                "attribute_exists(pk) AND attribute_not_exists(#attribute)", Map.of("#attribute", attribute), null);
    }

    /** Requires that an attribute has a value. */
    static Condition is(String attribute, AttributeValue value) {
        return new Condition("#attribute = :value", Map.of("#attribute", attribute), Map.of(":value", value));
    }
}
