package org.heatwatch.store;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heatwatch.announce.Outbox;
import org.heatwatch.api.Sources;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.aws.S3ClipStore;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.Sampler;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.raster.ClipTiff;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The table, the bucket and the queue of a stack in this process, behind the adapters that a deployed stack uses. They
 * are kept in a folder, which one process can use at a time; one that is killed leaves a folder that the next goes on
 * with.
 */
public final class LocalStore implements AutoCloseable {
    private static final String TABLE = "heatwatch";
    private static final String CLIPS = "heatwatch-clips";
    private static final String MAIL = "outbox";
    private static final String CLOCK = "clock";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Path folder;
    private final Ledger ledger;
    private final Outbox outbox;
    private final HistoryStore histories;
    private final PinnedClock pinnedClock;
    private final Set<String> woken = new TreeSet<>();

    private LocalStore(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        open.push(FolderLock.of(folder));
        Path database = Files.createDirectories(folder.resolve("dynamodb")).resolve("heatwatch.db");
        // True switches its telemetry off.
        AmazonDynamoDBLocal dynamo = DynamoDBEmbedded.create(database.toFile(), true);
        open.push(dynamo::shutdown);
        DynamoDbClient client = dynamo.dynamoDbClient();
        if (!client.listTables().tableNames().contains(TABLE)) {
            LedgerTable.create(client, TABLE);
        }
        ledger = new DynamoLedger(new LedgerTable(client, TABLE));
        outbox = new DynamoOutbox(new LedgerTable(client, TABLE));
        histories = new DynamoHistoryStore(new LedgerTable(client, TABLE));
        pinnedClock = new PinnedClock(folder.resolve(CLOCK));
    }

    /**
     * Opens a store; the folder is made if need be.
     *
     * @throws StoreUnusable if another process uses it, or it can't be written
     */
    public static LocalStore open(Path folder) {
        try {
            return new LocalStore(folder);
        } catch (IOException e) {
            throw new StoreUnusable("%s: cannot be used: %s; give another --data DIR".formatted(folder, e), e);
        }
    }

    /**
     * Removes what a store keeps in a folder, and what else is named; the rest of the folder stays.
     *
     * @throws StoreUnusable if another process uses it, or it can't be removed
     */
    public static void remove(Path folder, String... others) {
        try {
            Files.createDirectories(folder);
            try (FolderLock _ = FolderLock.of(folder)) {
                for (String name : List.of("dynamodb", "s3", MAIL, CLOCK)) {
                    delete(folder.resolve(name));
                }
                for (String name : others) {
                    delete(folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new StoreUnusable("%s: cannot be emptied: %s; give another --data DIR".formatted(folder, e), e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    public Outbox outbox() {
        return outbox;
    }

    public HistoryStore histories() {
        return histories;
    }

    /** Everything that can be told from here; no notices are waited for. */
    public Sources sources() {
        return new Sources(ledger, outbox, histories, NoticeTimes.none(), clips());
    }

    /** Where delivered mail lies. */
    public Path mailFolder() {
        return folder.resolve(MAIL);
    }

    /** The day everything is told as of: the day that the clock is pinned to, else today in UTC. */
    public LocalDate today() {
        return pinnedDay().orElseGet(() -> LocalDate.now(Clock.systemUTC()));
    }

    /** The day that the clock stands at, if it does. */
    public Optional<LocalDate> pinnedDay() {
        return pinnedClock.day();
    }

    /** Lets the clock of this store stand at a day, from now on and for all commands. */
    public void pin(LocalDate day) {
        pinnedClock.pin(day);
    }

    /** A folder laid out as the Landsat bucket, read through S3; nothing is written to it. */
    public Archive archive(Path root) {
        if (!Files.isDirectory(root)) {
            throw new StoreUnusable("%s: there is no such folder; give the folder of an archive".formatted(root), null);
        }
        EmbeddedS3 s3 = start(() -> EmbeddedS3.readOnly(S3Archive.LANDSAT_BUCKET, root));
        return new S3Archive(s3.client(), S3Archive.LANDSAT_BUCKET);
    }

    /** Takes products of an archive into this store. */
    public ProductIntake intake(Archive archive) {
        return new ProductIntake(archive, new ClipTiff(), clips(), Sampler.current(), ledger, this::wake);
    }

    /** Where clips are kept. */
    public ClipStore clips() {
        EmbeddedS3 s3 = start(() -> {
            Path buckets = folder.resolve("s3");
            Files.createDirectories(buckets.resolve(CLIPS));
            return EmbeddedS3.of(buckets);
        });
        return new S3ClipStore(s3.client(), CLIPS);
    }

    /** Has a site scored by the next who asks which were woken. */
    public synchronized void wake(String siteId) {
        woken.add(siteId);
    }

    /** The sites that were woken since the last call. */
    public synchronized Set<String> takeWoken() {
        Set<String> taken = new TreeSet<>(woken);
        woken.clear();
        return taken;
    }

    @FunctionalInterface
    private interface Start {
        EmbeddedS3 call() throws Exception;
    }

    private EmbeddedS3 start(Start start) {
        try {
            EmbeddedS3 s3 = start.call();
            open.push(s3);
            return s3;
        } catch (StoreUnusable e) {
            throw e;
        } catch (Exception e) {
            throw new StoreUnusable("%s: the local S3 does not start: %s; try again".formatted(folder, e), e);
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new StoreUnusable("%s: cannot be closed: %s; look at the disk".formatted(folder, e), e);
            }
        }
    }
}
