package org.heatwatch.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A filter on message bodies with the semantics of SNS and Lambda: the message must have each key of the policy, with a
 * value that matches one of its conditions. Messages that are not JSON objects never match. Supports exact values and
 * prefixes; other conditions are errors.
 */
record MessageFilter(JsonNode policy) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    MessageFilter {
        if (!policy.isObject() || policy.isEmpty()) {
            throw new IllegalArgumentException("a filter needs at least one key: " + policy);
        }
    }

    boolean passes(String message) {
        try {
            JsonNode body = MAPPER.readTree(message);
            return body.isObject() && passes(policy, body);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean passes(JsonNode policy, JsonNode message) {
        return policy.propertyStream().allMatch(key -> {
            JsonNode value = message.path(key.getKey());
            return key.getValue().isObject()
                    ? value.isObject() && passes(key.getValue(), value)
                    : isAllowed(key.getValue(), value);
        });
    }

    private static boolean isAllowed(JsonNode conditions, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().anyMatch(each -> isAllowed(conditions, each));
        }
        return conditions.valueStream().anyMatch(condition -> holds(condition, value));
    }

    private static boolean holds(JsonNode condition, JsonNode value) {
        if (condition.isTextual()) {
            return condition.equals(value);
        }
        JsonNode prefix = condition.path("prefix");
        if (condition.size() != 1 || !prefix.isTextual()) {
            throw new IllegalArgumentException("unknown condition: " + condition);
        }
        return value.isTextual() && value.textValue().startsWith(prefix.textValue());
    }
}
