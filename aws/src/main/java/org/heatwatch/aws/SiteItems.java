package org.heatwatch.aws;

import java.util.List;
import java.util.Map;
import org.heatwatch.ledger.SiteDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Site definitions as items: the current one, every version, and a list of all sites. */
final class SiteItems {
    static final String SITE = "site";
    private static final String VERSION = "version";

    private SiteItems() {}

    /** Succeeds only while the version before is the current one. */
    static List<TransactWriteItem> transaction(LedgerTable table, SiteDefinition definition) {
        String partition = LedgerTable.site(definition.siteId());
        Map<String, AttributeValue> attributes = write(definition);
        String versioned = LedgerTable.DEFINITION + "#" + definition.version();
        return List.of(
                TransactWriteItem.builder()
                        .put(put -> {
                            put.tableName(table.name()).item(table.item(partition, LedgerTable.DEFINITION, attributes));
                            if (definition.version() == 1) {
                                put.conditionExpression("attribute_not_exists(pk)");
                            } else {
                                put.conditionExpression("#version = :before")
                                        .expressionAttributeNames(Map.of("#version", VERSION))
                                        .expressionAttributeValues(
                                                Map.of(":before", Items.number(definition.version() - 1)));
                            }
                        })
                        .build(),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table.name()).item(table.item(partition, versioned, attributes)))
                        .build(),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table.name())
                                .item(table.item(
                                        LedgerTable.SITES, partition, Map.of(SITE, Items.text(definition.siteId())))))
                        .build());
    }

    static SiteDefinition read(Map<String, AttributeValue> item) {
        return new SiteDefinition(
                Items.text(item, SITE),
                Items.integer(item, VERSION),
                Items.integer(item, "boundsVersion"),
                Items.text(item, "author"),
                Items.text(item, "text"));
    }

    private static Map<String, AttributeValue> write(SiteDefinition definition) {
        return Map.of(
                SITE,
                Items.text(definition.siteId()),
                VERSION,
                Items.number(definition.version()),
                "boundsVersion",
                Items.number(definition.boundsVersion()),
                "author",
                Items.text(definition.author()),
                "text",
                Items.text(definition.text()));
    }
}
