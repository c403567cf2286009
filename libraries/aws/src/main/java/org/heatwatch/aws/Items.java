package org.heatwatch.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts between records and items of the table. Each member of a record's JSON form ({@link RecordJson}) is an
 * attribute.
 * Numbers that are not integers are stored as text, because DynamoDB's numbers cannot represent every double: they have
 * 38 decimal digits, range from 1e-130 to 1e126, and have no negative zero.
 */
final class Items {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Items() {}

    /** Returns the attributes of a record. */
    static Map<String, AttributeValue> write(Object record) {
        Map<String, AttributeValue> item = new HashMap<>();
        RecordJson.MAPPER
                .<ObjectNode>valueToTree(record)
                .properties()
                .forEach(member -> item.put(member.getKey(), attribute(member.getValue())));
        return item;
    }

    /** Reads a record from an item, which may have other attributes too. */
    static <T> T read(Map<String, AttributeValue> item, Class<T> type) {
        ObjectNode members = NODES.objectNode();
        item.forEach((name, value) -> members.set(name, node(value)));
        try {
            return RecordJson.MAPPER.treeToValue(members, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "item %s is not a %s: %s"
                            .formatted(item.get(Key.SORT), type.getSimpleName(), e.getOriginalMessage()),
                    e);
        }
    }

    private static AttributeValue attribute(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> text(node.textValue());
            case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
            case NUMBER ->
                node.isIntegralNumber()
                        ? AttributeValue.fromN(node.asText())
                        : text(Double.toString(node.doubleValue()));
            case ARRAY ->
                AttributeValue.fromL(node.valueStream().map(Items::attribute).toList());
            case OBJECT, BINARY, NULL, MISSING, POJO ->
                throw new IllegalStateException("records cannot be stored with a member such as " + node);
        };
    }

    private static JsonNode node(AttributeValue value) {
        return switch (value.type()) {
            case S -> NODES.textNode(value.s());
            case N -> NODES.numberNode(Long.parseLong(value.n()));
            case BOOL -> NODES.booleanNode(value.bool());
            case B -> NODES.binaryNode(value.b().asByteArray());
            case L -> {
                ArrayNode array = NODES.arrayNode();
                value.l().forEach(element -> array.add(node(element)));
                yield array;
            }
            case SS, NS, BS, M, NUL, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalStateException("records cannot be read from an attribute such as " + value);
        };
    }

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue bytes(byte[] bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return value(item, name).s();
    }

    static byte[] bytes(Map<String, AttributeValue> item, String name) {
        return value(item, name).b().asByteArray();
    }

    static AttributeValue value(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("item %s has no %s".formatted(item.get(Key.SORT), name));
        }
        return value;
    }
}
