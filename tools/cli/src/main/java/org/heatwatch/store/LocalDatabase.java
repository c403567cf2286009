package org.heatwatch.store;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.heatwatch.aws.LedgerTable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local in this process, with its data in one SQLite file. */
final class LocalDatabase implements AutoCloseable {
    /** Held, since loggers that nobody holds lose their filter. What it logs arrives as an exception too. */
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final AmazonDynamoDBLocal dynamo;
    private final LedgerTable table;

    private final Set<Thread> threads;

    private LocalDatabase(AmazonDynamoDBLocal dynamo, LedgerTable table, Set<Thread> threads) {
        this.dynamo = dynamo;
        this.table = table;
        this.threads = threads;
    }

    /**
     * Opens the table in a file; creates both if necessary.
     *
     * @throws StoreUnusable if the file is damaged or cannot be written
     */
    static synchronized LocalDatabase open(Path file, String name) {
        SQLITE.setFilter(_ -> false);
        NativeCopies.prepare();
        Set<Thread> others = databaseThreads();
        AmazonDynamoDBLocal dynamo = null;
        try {
            // The argument disables telemetry.
            dynamo = DynamoDBEmbedded.create(file.toFile(), true);
            DynamoDbClient client = dynamo.dynamoDbClient();
            if (!client.listTables().tableNames().contains(name)) {
                LedgerTable.create(client, name);
            }
            Set<Thread> own = databaseThreads();
            own.removeAll(others);
            return new LocalDatabase(dynamo, new LedgerTable(client, name), own);
        } catch (RuntimeException e) {
            // DynamoDB Local has no common type for errors of its file.
            shutDown(dynamo);
            throw unusable(file, e);
        }
    }

    private static StoreUnusable unusable(Path file, RuntimeException e) {
        return new StoreUnusable(
                ("%s: cannot be read or written (%s); check the disk, its free space and its permissions, restore the "
                                + "file from a copy, or give another --data DIR and repeat `heatwatch backfill`")
                        .formatted(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
                e);
    }

    private static void shutDown(@Nullable AmazonDynamoDBLocal dynamo) {
        try {
            if (dynamo != null) {
                dynamo.shutdown();
            }
        } catch (RuntimeException e) {
            // The first error says why.
        }
    }

    LedgerTable table() {
        return table;
    }

    /** Threads that hold the locks of database files. */
    private static Set<Thread> databaseThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("SQLiteQueue"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Waits until the file is unlocked, which DynamoDB Local does not, so that it can be opened again at once. */
    @Override
    public void close() {
        dynamo.shutdown();
        try {
            for (Thread thread : threads) {
                thread.join(LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
