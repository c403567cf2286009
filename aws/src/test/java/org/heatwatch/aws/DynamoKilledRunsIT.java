package org.heatwatch.aws;

import java.util.concurrent.atomic.AtomicInteger;
import org.heatwatch.reconcile.KilledRunsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoKilledRunsIT extends KilledRunsContract {
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static LocalDynamo dynamo;

    @BeforeAll
    static void start() throws Exception {
        dynamo = new LocalDynamo();
    }

    @AfterAll
    static void stop() throws Exception {
        dynamo.close();
    }

    @Override
    protected Stores empty() {
        String table = "killed-" + TABLES.incrementAndGet();
        DynamoDbClient client = dynamo.client();
        DynamoLedger.createTable(client, table);
        return new Stores(
                new DynamoLedger(client, table),
                new DynamoOutbox(client, table),
                new DynamoHistoryStore(client, table));
    }
}
