package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The DynamoDB table of a deployment: strongly consistent reads and conditional writes, retried by {@link
 * DynamoRetries}.
 */
public final class LedgerTable {
    /** DynamoDB reads at most this many items in a batch. */
    private static final int MAX_BATCH_SIZE = 100;

    private static final int MAX_WRITE_BATCH_SIZE = 25;

    /** Items of a page of keys, which are small: 1 MB is the limit of DynamoDB. */
    private static final int MAX_PAGE_SIZE = 5000;

    private final DynamoDbClient client;
    private final String name;

    /** Does not close the client. */
    public LedgerTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /** Creates the table in a local store, where no stack does. */
    public static LedgerTable create(DynamoDbClient client, String name) {
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(textAttribute(Key.PARTITION), textAttribute(Key.SORT))
                .keySchema(keyPart(Key.PARTITION, KeyType.HASH), keyPart(Key.SORT, KeyType.RANGE))
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
        client.waiter().waitUntilTableExists(request -> request.tableName(name));
        return new LedgerTable(client, name);
    }

    private static AttributeDefinition textAttribute(String key) {
        return AttributeDefinition.builder()
                .attributeName(key)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement keyPart(String key, KeyType type) {
        return KeySchemaElement.builder().attributeName(key).keyType(type).build();
    }

    private static Map<String, AttributeValue> item(Key key, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(key.attributes());
        return item;
    }

    /** Reads an item, without retries. */
    Optional<Map<String, AttributeValue>> find(Key key) {
        Map<String, AttributeValue> item = client.getItem(
                        request -> request.tableName(name).key(key.attributes()).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    /** Reads an item and converts it. */
    <T> Optional<T> find(String subject, Key key, Function<Map<String, AttributeValue>, T> reader) {
        return DynamoRetries.call(subject, () -> find(key).map(reader));
    }

    /** Reads items; the result has those that exist. Keys that a call did not process are requested again. */
    Map<Key, Map<String, AttributeValue>> find(String subject, List<Key> keys) {
        Map<Key, Map<String, AttributeValue>> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += MAX_BATCH_SIZE) {
            List<Map<String, AttributeValue>> remaining = new ArrayList<>();
            keys.subList(from, Math.min(keys.size(), from + MAX_BATCH_SIZE))
                    .forEach(key -> remaining.add(key.attributes()));
            while (!remaining.isEmpty()) {
                int before = remaining.size();
                boolean _ = DynamoRetries.decide(subject, () -> {
                    findOnce(remaining, found);
                    // An answer is limited to 16 MB; only one without any item is throttled.
                    return remaining.size() < before ? Optional.of(true) : Optional.empty();
                });
            }
        }
        return found;
    }

    private void findOnce(List<Map<String, AttributeValue>> remaining, Map<Key, Map<String, AttributeValue>> found) {
        BatchGetItemResponse answer = client.batchGetItem(request -> request.requestItems(Map.of(
                name,
                KeysAndAttributes.builder().keys(remaining).consistentRead(true).build())));
        answer.responses().getOrDefault(name, List.of()).forEach(item -> found.put(Key.of(item), item));
        remaining.clear();
        Optional.ofNullable(answer.unprocessedKeys().get(name)).ifPresent(rest -> remaining.addAll(rest.keys()));
    }

    /**
     * Reads the items of a partition whose sort key is greater than a text, in the order of their sort keys.
     *
     * @param limit maximum number of items
     */
    <T> List<T> after(String subject, Key key, int limit, Function<Map<String, AttributeValue>, T> reader) {
        QueryRequest query = QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression("pk = :pk AND sk > :sk")
                .expressionAttributeValues(Map.of(":pk", Items.text(key.partition()), ":sk", Items.text(key.sort())))
                .limit(Math.min(limit, MAX_PAGE_SIZE))
                .consistentRead(true)
                .build();
        return DynamoRetries.call(
                subject,
                () -> client.queryPaginator(query).items().stream()
                        .limit(limit)
                        .map(reader)
                        .toList());
    }

    /** Reads all items that a prefix selects, in the order of their sort keys, without retries. */
    List<Map<String, AttributeValue>> all(Key prefix) {
        QueryRequest.Builder query = prefix.sort().isEmpty()
                ? QueryRequest.builder()
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Items.text(prefix.partition())))
                : QueryRequest.builder()
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(
                                Map.of(":pk", Items.text(prefix.partition()), ":sk", Items.text(prefix.sort())));
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        client.queryPaginator(query.tableName(name).consistentRead(true).build())
                .items()
                .forEach(items::add);
        return items;
    }

    /** Reads and converts all items that a prefix selects, in the order of their sort keys. */
    <T> List<T> all(String subject, Key prefix, Function<Map<String, AttributeValue>, T> reader) {
        return DynamoRetries.call(
                subject, () -> all(prefix).stream().map(reader).toList());
    }

    /**
     * Writes an item.
     *
     * @return whether the condition held
     */
    boolean put(String subject, Key key, Map<String, AttributeValue> attributes, Condition condition) {
        return DynamoRetries.unlessRefused(
                subject,
                () -> client.putItem(request -> request.tableName(name)
                        .item(item(key, attributes))
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())));
    }

    /** Writes an item, replacing an existing one. */
    void put(String subject, Key key, Map<String, AttributeValue> attributes) {
        boolean _ = put(subject, key, attributes, Condition.NONE);
    }

    /**
     * Updates an item.
     *
     * @param change update expression; may use the names and values of the condition
     * @return whether the condition held
     */
    boolean update(String subject, Key key, String change, Condition condition) {
        return DynamoRetries.unlessRefused(
                subject,
                () -> client.updateItem(request -> request.tableName(name)
                        .key(key.attributes())
                        .updateExpression(change)
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())));
    }

    /** Deletes an item if it exists. */
    void delete(String subject, Key key) {
        boolean _ = DynamoRetries.call(subject, () -> {
            client.deleteItem(request -> request.tableName(name).key(key.attributes()));
            return true;
        });
    }

    /**
     * Deletes an item under a condition.
     *
     * @return whether the condition held
     */
    boolean deleteIf(String subject, Key key, Condition condition) {
        return DynamoRetries.unlessRefused(
                subject,
                () -> client.deleteItem(request -> request.tableName(name)
                        .key(key.attributes())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())));
    }

    /** The keys of the first items of a partition; its items are read for that, but not sent. */
    Stream<Key> keys(String subject, Key partition, int limit) {
        return DynamoRetries.call(
                        subject,
                        () -> client.query(request -> request.tableName(name)
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(Map.of(":pk", Items.text(partition.partition())))
                                        .projectionExpression("pk, sk")
                                        .consistentRead(true)
                                        .limit(limit))
                                .items())
                .stream()
                .map(Key::of);
    }

    /** Deletes items in batches of 25, the maximum of DynamoDB; those that a call did not process are tried again. */
    void deleteAll(String subject, List<Key> keys) {
        for (int from = 0; from < keys.size(); from += MAX_WRITE_BATCH_SIZE) {
            List<WriteRequest> remaining = new ArrayList<>();
            keys.subList(from, Math.min(keys.size(), from + MAX_WRITE_BATCH_SIZE))
                    .forEach(key -> remaining.add(WriteRequest.builder()
                            .deleteRequest(delete -> delete.key(key.attributes()))
                            .build()));
            boolean _ = DynamoRetries.decide(subject, () -> {
                BatchWriteItemResponse answer =
                        client.batchWriteItem(request -> request.requestItems(Map.of(name, remaining)));
                remaining.clear();
                remaining.addAll(answer.unprocessedItems().getOrDefault(name, List.of()));
                return remaining.isEmpty() ? Optional.of(true) : Optional.empty();
            });
        }
    }

    /** Performs a transaction, without retries. */
    void writeOnce(List<TransactWriteItem> changes) {
        client.transactWriteItems(request -> request.transactItems(changes));
    }

    /**
     * Performs a transaction.
     *
     * @return whether all conditions held
     */
    boolean write(String subject, List<TransactWriteItem> changes) {
        return DynamoRetries.unlessRefused(subject, () -> writeOnce(changes));
    }

    /** A write of an item as part of a transaction. */
    TransactWriteItem toPut(Key key, Map<String, AttributeValue> attributes, Condition condition) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name)
                        .item(item(key, attributes))
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
                .build();
    }

    TransactWriteItem toPut(Key key, Map<String, AttributeValue> attributes) {
        return toPut(key, attributes, Condition.NONE);
    }

    /** A deletion of an item as part of a transaction. */
    TransactWriteItem toDelete(Key key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(name).key(key.attributes()))
                .build();
    }
}
