package org.heatwatch.aws;

import org.heatwatch.reconcile.KilledRunsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoKilledRunsIT extends KilledRunsContract {
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
        String table = dynamo.emptyTable();
        DynamoDbClient client = dynamo.client();
        return new Stores(
                new DynamoLedger(new LedgerTable(client, table)),
                new DynamoOutbox(new LedgerTable(client, table)),
                new DynamoHistoryStore(new LedgerTable(client, table)));
    }
}
