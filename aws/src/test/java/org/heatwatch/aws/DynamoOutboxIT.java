package org.heatwatch.aws;

import java.util.concurrent.atomic.AtomicInteger;
import org.heatwatch.announce.Outbox;
import org.heatwatch.announce.OutboxContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoOutboxIT extends OutboxContract {
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
    protected Outbox empty() {
        String table = "outbox-" + TABLES.incrementAndGet();
        DynamoDbClient client = dynamo.client();
        DynamoLedger.createTable(client, table);
        return new DynamoOutbox(client, table);
    }
}
