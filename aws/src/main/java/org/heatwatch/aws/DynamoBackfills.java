package org.heatwatch.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.publication.PackedJson;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The latest back-fill of each site, in the ledger's table. */
public final class DynamoBackfills implements Backfills {
    private static final String BEGUN_AT = "begunAt";
    private static final String PRODUCTS = "products";

    private final DynamoDbClient client;
    private final LedgerTable table;

    /** The client stays the caller's. */
    public DynamoBackfills(DynamoDbClient client, String tableName) {
        this.client = client;
        this.table = new LedgerTable(client, tableName);
    }

    @Override
    public void keep(String siteId, Backfill backfill) {
        boolean _ = DynamoRetries.call("back-fill of site " + siteId, () -> {
            client.putItem(request -> request.tableName(table.name())
                    .item(table.item(
                            LedgerTable.site(siteId),
                            LedgerTable.BACKFILL,
                            Map.of(
                                    BEGUN_AT,
                                    Items.text(backfill.begunAt().toString()),
                                    PRODUCTS,
                                    Items.bytes(PackedJson.pack(new TreeSet<>(backfill.products())))))));
            return true;
        });
    }

    @Override
    public Optional<Backfill> latest(String siteId) {
        return DynamoRetries.call(
                "back-fill of site " + siteId,
                () -> table.find(LedgerTable.site(siteId), LedgerTable.BACKFILL).map(DynamoBackfills::read));
    }

    private static Backfill read(Map<String, AttributeValue> item) {
        return new Backfill(
                Set.of(PackedJson.unpack(Items.bytes(item, PRODUCTS), String[].class)),
                Instant.parse(Items.text(item, BEGUN_AT)));
    }
}
