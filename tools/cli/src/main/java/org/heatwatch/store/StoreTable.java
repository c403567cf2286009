package org.heatwatch.store;

import com.almworks.sqlite4java.SQLiteBackup;
import com.almworks.sqlite4java.SQLiteBusyException;
import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteConstants;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteLibraryLoader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.heatwatch.aws.LedgerTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The table of a store: DynamoDB Local on an SQLite file. One process writes to the file; others read copies of it.
 *
 * <p>DynamoDB Local fails if another process locks its file at the wrong moment. In the write-ahead mode of SQLite, a
 * process that copies the file locks nothing that a writer needs, and the copy contains whole transactions only.
 */
final class StoreTable implements AutoCloseable {
    private static final String NAME = "heatwatch";
    private static final String FILE = "dynamodb/heatwatch.db";
    /** SQLite's file of transactions that are not yet in the database file. */
    private static final String LOG = "dynamodb/heatwatch.db-wal";

    /** Kept, since a logger that nobody refers to loses its filter. What it logs arrives as an exception too. */
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private static final int BUSY_MILLIS = 10_000;
    private static final int ALL_PAGES = -1;
    private static final String WRITE_AHEAD = "wal";
    private static final String WITHOUT_LOG = "delete";
    private static final int ATTEMPTS = 500;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(10);

    /** The file of a table to which is written; empty for a copy. */
    private final Optional<Path> written;

    private final AmazonDynamoDBLocal server;
    private final DynamoDbClient client;
    private final LedgerTable table;

    static {
        SQLITE.setFilter(_ -> false);
    }

    private StoreTable(Path file, Path original, boolean isWritten) {
        written = isWritten ? Optional.of(file) : Optional.empty();
        // The argument disables telemetry.
        server = DynamoDBEmbedded.create(file.toFile(), true);
        client = NamedFailures.of(server.dynamoDbClient(), failure -> unusable(original, failure));
        table = new LedgerTable(client, NAME);
    }

    /**
     * Starts DynamoDB Local.
     *
     * @param original file of which this one is a copy, or this one
     * @throws StoreUnusable if the file is damaged or cannot be written
     */
    private static StoreTable start(Path file, Path original, boolean isWritten) {
        StoreTable started = null;
        try {
            started = new StoreTable(file, original, isWritten);
            if (!started.client.listTables().tableNames().contains(NAME)) {
                LedgerTable.create(started.client, NAME);
            }
            return started;
        } catch (RuntimeException e) {
            if (started != null) {
                started.shutDown();
            }
            throw e instanceof StoreUnusable known ? known : unusable(original, e);
        }
    }

    private void shutDown() {
        try {
            stop();
        } catch (RuntimeException e) {
            // The first error says why.
        }
    }

    /** Interrupts the thread of DynamoDB Local that waits for the age of its stream; shutdown() would leave it. */
    private void stop() {
        List<Runnable> _ = server.shutdownNow();
    }

    private static StoreUnusable unusable(Path file, Exception e) {
        return new StoreUnusable(
                ("%s: cannot be read or written (%s); check the disk, its free space and its permissions, restore the "
                                + "file from a copy, or give another --data DIR and repeat `heatwatch backfill`")
                        .formatted(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
                e);
    }

    /** Opens the table of a folder for writing; creates it if necessary. The caller holds the lock of the folder. */
    static StoreTable open(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Files.createDirectories(file.resolveSibling(""));
        // While this connection is open, no other one has to repair or lock the file as the first or last one.
        SQLiteConnection guard = connection(file);
        try {
            guard.open(true).setBusyTimeout(BUSY_MILLIS);
            setMode(guard, WRITE_AHEAD);
            return start(file, file, true);
        } catch (SQLiteException e) {
            throw unusable(file, e);
        } finally {
            guard.dispose();
        }
    }

    /** Opens a copy of the table of a folder, as of now; an empty one if the folder has none. */
    static StoreTable copy(Path folder, Path copy) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            copyFile(file, copy);
        }
        return start(copy, file, false);
    }

    /** Whether a folder contains a table. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Changes with every write to the table of a folder. Opens no file: that could release locks of SQLite. */
    static String state(Path folder) {
        return state(folder.resolve(FILE).toFile()) + state(folder.resolve(LOG).toFile());
    }

    private static String state(File file) {
        return file.lastModified() + ":" + file.length() + " ";
    }

    private static SQLiteConnection connection(Path file) throws IOException {
        NativeCopies.prepare();
        try {
            SQLiteLibraryLoader.initialize();
        } catch (Exception e) {
            throw new IOException("the library of SQLite cannot be loaded: " + e.getMessage(), e);
        }
        return new SQLiteConnection(file.toFile());
    }

    /**
     * Sets the journal mode, waiting until no other connection is in the way.
     *
     * @return whether the mode is set; some file systems have no write-ahead mode
     */
    private static boolean setMode(SQLiteConnection connection, String mode) throws SQLiteException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            SQLiteStatement statement = connection.prepare("PRAGMA journal_mode=" + mode, false);
            try {
                statement.step();
                return statement.columnString(0).equals(mode);
            } catch (SQLiteBusyException e) {
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            } finally {
                statement.dispose();
            }
        }
        return false;
    }

    private static void copyFile(Path file, Path copy) throws IOException {
        SQLiteConnection connection = connection(file);
        try {
            connection.open(false).setBusyTimeout(BUSY_MILLIS);
            SQLiteBackup backup = connection.initializeBackup(copy.toFile());
            try {
                backup.backupStep(ALL_PAGES);
                setMode(backup.getDestinationConnection(), WITHOUT_LOG);
            } finally {
                backup.dispose();
            }
        } catch (SQLiteException e) {
            if (e.getBaseErrorCode() == SQLiteConstants.SQLITE_FULL) {
                throw new IOException(
                        "the folder for temporary files, %s, has no space for a copy of its table"
                                .formatted(copy.getParent()),
                        e);
            }
            throw unusable(file, e);
        } finally {
            connection.dispose();
        }
    }

    LedgerTable table() {
        return table;
    }

    /** DynamoDB Local commits some writes after it has answered, and closes its file after its shutdown. */
    @Override
    public void close() throws IOException {
        try {
            client.listTables();
        } finally {
            stop();
        }
        if (written.isPresent()) {
            SQLiteConnection connection = connection(written.get());
            try {
                setMode(connection.open(false).setBusyTimeout(BUSY_MILLIS), WITHOUT_LOG);
            } catch (SQLiteException e) {
                throw new IOException(e.getMessage(), e);
            } finally {
                connection.dispose();
            }
        }
    }
}
