package org.heatwatch.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What has to hold of an item, or the write is refused; with null for what the expression does not need. */
record Condition(
        @Nullable String expression,
        @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values) {

    static final Condition NONE = new Condition(null, null, null);
    static final Condition ABSENT = new Condition("attribute_not_exists(pk)", null, null);

    /** An attribute has a value. */
    static Condition is(String attribute, AttributeValue value) {
        return new Condition("#attribute = :value", Map.of("#attribute", attribute), Map.of(":value", value));
    }
}
