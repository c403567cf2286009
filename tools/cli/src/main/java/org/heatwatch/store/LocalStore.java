package org.heatwatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.heatwatch.api.Sources;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.aws.S3ClipStore;
import org.heatwatch.aws.SiteEraser;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.site.Site;

/**
 * A store in a folder, with the adapters of a deployed stack: DynamoDB Local for the table, S3Proxy for buckets, and a
 * set of scoring requests for the queue. One process at a time can write to the folder; after a crash, the next one
 * continues. Others read a copy of the table as of the moment in which they opened it.
 */
public final class LocalStore implements AutoCloseable {
    private static final String CLIPS = "heatwatch-clips";
    private static final String MAIL = "outbox";
    private static final String CLOCK = "clock";
    private static final String DEFAULT_SITE = "default-site";

    private final Deque<AutoCloseable> resources;
    private final Path folder;
    private final LedgerTable table;
    private final Ledger ledger;
    private final Outbox outbox;
    private final HistoryStore histories;
    private final PinnedClock pinnedClock;
    private final Set<String> scoringRequests = new TreeSet<>();

    private LocalStore(Path folder, LedgerTable table, Deque<AutoCloseable> resources) {
        this.folder = folder;
        this.table = table;
        this.ledger = new DynamoLedger(table);
        this.outbox = new DynamoOutbox(table);
        this.histories = new DynamoHistoryStore(table);
        this.pinnedClock = new PinnedClock(folder.resolve(CLOCK));
        this.resources = resources;
    }

    /**
     * Opens a store for writing; creates the folder if necessary.
     *
     * @throws StoreBusy if another process writes to the folder
     * @throws StoreUnusable if it is not writable
     */
    public static LocalStore open(Path folder) {
        return opened(folder, resources -> {
            Files.createDirectories(folder);
            resources.push(FolderLock.of(folder));
            return StoreTable.open(folder);
        });
    }

    /**
     * Opens a store for reading, beside processes that use it. What is written to it is lost.
     *
     * @throws StoreUnusable if there is no such folder, or its table cannot be read
     */
    public static LocalStore read(Path folder) {
        StoreFolder.requireExisting(folder);
        return opened(folder, resources -> {
            TemporaryFolder temporary = TemporaryFolder.create();
            resources.push(temporary);
            return StoreTable.copy(folder, temporary.path().resolve("copy.db"));
        });
    }

    /** Opens a table; what it needs is added to the resources, which are closed after it. */
    private interface Opening {
        StoreTable table(Deque<AutoCloseable> resources) throws IOException;
    }

    private static LocalStore opened(Path folder, Opening opening) {
        Deque<AutoCloseable> resources = new ArrayDeque<>();
        try {
            StoreTable table = opening.table(resources);
            resources.push(table);
            return new LocalStore(folder, table.table(), resources);
        } catch (IOException | RuntimeException e) {
            try {
                close(resources, folder);
            } catch (StoreUnusable second) {
                e.addSuppressed(second);
            }
            throw e instanceof IOException problem ? unusable(folder, problem) : (RuntimeException) e;
        }
    }

    private static StoreUnusable unusable(Path folder, IOException e) {
        return new StoreUnusable(
                ("%s: cannot be used as a data folder: %s; check the disk, its free space and its permissions, or give "
                                + "another --data DIR")
                        .formatted(folder, FileProblem.of(e)),
                e);
    }

    /**
     * Removes a store from a folder; other files in it stay.
     *
     * @param others further files and folders to remove
     * @throws StoreUnusable if another process uses the store, or files cannot be removed
     */
    public static void remove(Path folder, String... others) {
        try {
            Files.createDirectories(folder);
            try (FolderLock _ = FolderLock.of(folder)) {
                for (String name : List.of("dynamodb", "s3", MAIL, CLOCK, DEFAULT_SITE)) {
                    TemporaryFolder.delete(folder.resolve(name));
                }
                for (String name : others) {
                    TemporaryFolder.delete(folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new StoreUnusable(
                    "%s: cannot be emptied: %s; give another --data DIR".formatted(folder, FileProblem.of(e)), e);
        }
    }

    /** The ledger. */
    public Ledger ledger() {
        return ledger;
    }

    /** The outbox. */
    public Outbox outbox() {
        return outbox;
    }

    /** The computed histories. */
    public HistoryStore histories() {
        return histories;
    }

    /** The data sources for the API, without times of notifications. */
    public Sources sources() {
        return new Sources(ledger, outbox, histories, NotificationTimes.none(), new LazyClipStore(this::clips));
    }

    /** The folder with delivered mail. */
    public Path mailFolder() {
        return folder.resolve(MAIL);
    }

    /** The day as of which a site is scored: today in UTC; of a simulated site, the day of a pinned clock. */
    public LocalDate today(Site site) {
        return pinnedDay(site).orElseGet(() -> LocalDate.now(Clock.systemUTC()));
    }

    /** The day to which the clock is pinned; empty if it is not, or if the site is real. */
    public Optional<LocalDate> pinnedDay(Site site) {
        return site.presentation().simulated() ? pinnedClock.day() : Optional.empty();
    }

    /** Pins the clock of this store to a day, also for later commands. */
    public void pin(LocalDate day) {
        pinnedClock.pin(day);
    }

    /** The site that commands use if none is selected; empty if none was set. */
    public Optional<String> defaultSite() {
        return new DefaultSite(folder.resolve(DEFAULT_SITE)).id();
    }

    /** Sets the site that commands use if none is selected and this store has several. */
    public void setDefaultSite(String siteId) {
        new DefaultSite(folder.resolve(DEFAULT_SITE)).set(siteId);
    }

    /** An archive in a folder with the layout of the Landsat bucket; the folder is only read. */
    public Archive archive(Path root) {
        ArchiveFolder.require(root);
        EmbeddedS3 s3 = start(() -> EmbeddedS3.readOnly(S3Archive.LANDSAT_BUCKET, root));
        return new S3Archive(s3.client(), S3Archive.LANDSAT_BUCKET);
    }

    /** Takes products of an archive into this store. */
    public ProductIntake intake(Archive archive) {
        return new ProductIntake(
                archive, new ClipTiff(), clips(), SampleExtractor.current(), ledger, this::requestScoring);
    }

    /** The store of clips. */
    public ClipStore clips() {
        return new DiskClips(new S3ClipStore(buckets().client(), CLIPS), folder);
    }

    /** Deletes the data of removed sites from this store. */
    public SiteEraser siteEraser() {
        return new SiteEraser(table, buckets().client(), CLIPS);
    }

    private EmbeddedS3 buckets() {
        return start(() -> {
            Path buckets = folder.resolve("s3");
            Files.createDirectories(buckets.resolve(CLIPS));
            return EmbeddedS3.of(buckets);
        });
    }

    /** Requests scoring of a site; {@link #takeScoringRequests} returns it. */
    public synchronized void requestScoring(String siteId) {
        scoringRequests.add(siteId);
    }

    /** Removes and returns the scoring requests since the last call. */
    public synchronized Set<String> takeScoringRequests() {
        Set<String> taken = new TreeSet<>(scoringRequests);
        scoringRequests.clear();
        return taken;
    }

    @FunctionalInterface
    private interface Start {
        EmbeddedS3 call() throws Exception;
    }

    private EmbeddedS3 start(Start start) {
        try {
            EmbeddedS3 s3 = start.call();
            resources.push(s3);
            return s3;
        } catch (StoreUnusable e) {
            throw e;
        } catch (IOException e) {
            throw unusable(folder, e);
        } catch (Exception e) {
            throw new StoreUnusable(
                    "%s: cannot start the local S3 server: %s; try again".formatted(folder, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        close(resources, folder);
    }

    private static void close(Deque<AutoCloseable> resources, Path folder) {
        StoreUnusable failure = null;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                // The others are closed all the same: one of them is the lock of the folder.
                failure = failure != null
                        ? failure
                        : new StoreUnusable(
                                "%s: cannot be closed: %s; check the disk and its permissions"
                                        .formatted(folder, e.getMessage()),
                                e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
