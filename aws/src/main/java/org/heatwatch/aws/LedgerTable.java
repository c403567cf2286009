package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Marker;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.SceneRank;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The table's keys, and strongly consistent reads of it. */
final class LedgerTable {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String SITES = "sites";
    static final String DEFINITION = "definition";
    static final String LATEST = "latest";
    static final String HEARD = "heard";
    static final String CLOCK = "clock";
    static final String BACKFILL = "backfill";

    private final DynamoDbClient client;
    private final String name;

    LedgerTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    static void create(DynamoDbClient client, String name) {
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(textAttribute(PARTITION), textAttribute(SORT))
                .keySchema(keyPart(PARTITION, KeyType.HASH), keyPart(SORT, KeyType.RANGE))
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
        client.waiter().waitUntilTableExists(request -> request.tableName(name));
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

    String name() {
        return name;
    }

    static String site(String siteId) {
        return "site#" + siteId;
    }

    static String scene(Acquisition acquisition) {
        return "scene#" + of(acquisition);
    }

    /** The key of a part of the samples of a scene; all but the largest have one part, number 0. */
    static String samples(Acquisition acquisition, int part) {
        return "samples#" + of(acquisition) + (part == 0 ? "" : "#" + part);
    }

    static String intake(ProductId product) {
        return "intake#" + product.id();
    }

    static String announcement(String siteId) {
        return "announcement#" + siteId;
    }

    static String marker(Marker marker) {
        return "marker#" + marker.key();
    }

    static String history(String siteId) {
        return "history#" + siteId;
    }

    static String mails(String siteId) {
        return "mail#" + siteId;
    }

    /** The partition of the keys of mails that are not known to be delivered. */
    static String undelivered(String siteId) {
        return "undelivered#" + siteId;
    }

    static String mail(Mail mail) {
        return mail(mail.kind(), mail.run());
    }

    static String mail(Kind kind, String run) {
        return kind.code() + "#" + run;
    }

    private static String of(Acquisition acquisition) {
        return acquisition.date() + "#" + acquisition.satellite().code() + "_" + acquisition.scene();
    }

    /** A rank as text: different ranks have different texts, which are compared for being the same only. */
    static String rank(SceneRank rank) {
        return "%s %s %s %s bounds-%d sampler-%d"
                .formatted(
                        rank.gridResolved() ? "resolved" : "unresolved",
                        rank.product().tier(),
                        rank.product().level(),
                        rank.product().processed(),
                        rank.boundsVersion(),
                        rank.samplerVersion());
    }

    Map<String, AttributeValue> item(String partition, String sort, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(key(partition, sort));
        return item;
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, Items.text(partition), SORT, Items.text(sort));
    }

    Optional<Map<String, AttributeValue>> find(String partition, String sort) {
        Map<String, AttributeValue> item = client.getItem(request ->
                        request.tableName(name).key(key(partition, sort)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    /** Those of up to a hundred items of a partition that are there, by their sort keys. What a call leaves out is asked again. */
    Map<String, Map<String, AttributeValue>> find(String partition, List<String> sorts, String subject) {
        Map<String, Map<String, AttributeValue>> found = new HashMap<>();
        List<Map<String, AttributeValue>> left = new ArrayList<>();
        sorts.forEach(sort -> left.add(key(partition, sort)));
        return DynamoRetries.decide(subject, () -> {
            BatchGetItemResponse answer = client.batchGetItem(request -> request.requestItems(Map.of(
                    name,
                    KeysAndAttributes.builder().keys(left).consistentRead(true).build())));
            answer.responses().getOrDefault(name, List.of()).forEach(item -> found.put(Items.text(item, SORT), item));
            left.clear();
            Optional.ofNullable(answer.unprocessedKeys().get(name)).ifPresent(rest -> left.addAll(rest.keys()));
            return left.isEmpty() ? Optional.of(found) : Optional.empty();
        });
    }

    /** All items of a partition in the order of the keys. */
    List<Map<String, AttributeValue>> all(String partition) {
        return all(QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Items.text(partition))));
    }

    /** All items of a partition whose sort key starts so, in the order of the keys. */
    List<Map<String, AttributeValue>> all(String partition, String sortPrefix) {
        return all(QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(Map.of(":pk", Items.text(partition), ":sk", Items.text(sortPrefix))));
    }

    private List<Map<String, AttributeValue>> all(QueryRequest.Builder query) {
        QueryRequest request = query.tableName(name).consistentRead(true).build();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        client.queryPaginator(request).items().forEach(items::add);
        return items;
    }
}
