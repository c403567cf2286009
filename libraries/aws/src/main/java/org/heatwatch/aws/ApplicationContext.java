package org.heatwatch.aws;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.announce.Kind;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.Backfills;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.NotificationSender;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.intake.ScoringRequests;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.CodeVersion;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.reconcile.Reconciler;
import org.heatwatch.run.ScoringDates;
import org.heatwatch.run.SiteClock;
import org.heatwatch.run.SiteRunner;
import org.heatwatch.run.SiteScoring;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Creates and connects the services of a deployed stack from its settings, which are named as the environment variables
 * of its functions. Each service is created on first use and reads only the settings that it needs.
 */
public abstract class ApplicationContext {
    private static final WrsScene SELF_TEST_SCENE = new WrsScene(116, 34);
    private static final int SELF_TEST_YEAR = 2022;

    private final InstantSource clock = InstantSource.system();
    private final Map<Class<?>, Object> services = new HashMap<>();

    /** A context that reads its settings from the environment variables of this process. */
    public static ApplicationContext ofProcess() {
        return new ApplicationContext() {
            @Override
            protected String setting(String name) {
                return optionalSetting(name)
                        .orElseThrow(() -> new IllegalStateException("environment variable " + name + " is not set"));
            }

            @Override
            protected Optional<String> optionalSetting(String name) {
                return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
            }
        };
    }

    /** Returns the value of a setting that may be absent or empty; by default there is none. */
    protected Optional<String> optionalSetting(String name) {
        return Optional.empty();
    }

    /**
     * Returns the value of a setting.
     *
     * @throws IllegalStateException if it is not set
     */
    protected abstract String setting(String name);

    private synchronized <T> T once(Class<T> type, Supplier<T> factory) {
        Object service = services.get(type);
        if (service == null) {
            service = factory.get();
            services.put(type, service);
        }
        return type.cast(service);
    }

    private Region region() {
        return Region.of(setting("AWS_REGION"));
    }

    private LedgerTable table() {
        return once(
                LedgerTable.class,
                () -> new LedgerTable(AwsClients.dynamo(region()).build(), setting("TABLE")));
    }

    private SqsClient sqs() {
        return once(SqsClient.class, () -> AwsClients.sqs(region()));
    }

    /** The ledger in the stack's table. */
    public Ledger ledger() {
        return once(Ledger.class, () -> new DynamoLedger(table()));
    }

    /** The outbox in the stack's table. */
    public Outbox outbox() {
        return once(Outbox.class, () -> new DynamoOutbox(table()));
    }

    /** The published histories in the stack's table. */
    public HistoryStore histories() {
        return once(HistoryStore.class, () -> new DynamoHistoryStore(table()));
    }

    /** The times of the latest notifications, in the stack's table. */
    public NotificationTimes notificationTimes() {
        return once(NotificationTimes.class, () -> new DynamoNotificationTimes(table()));
    }

    /** The latest back-fill of each site, in the stack's table. */
    public Backfills backfills() {
        return once(Backfills.class, () -> new DynamoBackfills(table()));
    }

    private ScoringDates scoringDates() {
        return once(ScoringDates.class, () -> new DynamoScoringDates(table()));
    }

    /** Requests the reconciliation of sites through the stack's queue. */
    public SqsAuditRequests auditRequests() {
        return once(SqsAuditRequests.class, () -> new SqsAuditRequests(sqs(), setting("AUDIT_QUEUE_URL")));
    }

    private SiteClock siteClock() {
        return once(SiteClock.class, () -> new DynamoSiteClock(table(), SiteClock.utc(clock)));
    }

    /** Deletes the data of removed sites from the stack's table and bucket. */
    public SiteEraser siteEraser() {
        return once(
                SiteEraser.class,
                () -> new SiteEraser(table(), AwsClients.s3(region()).build(), setting("CLIPS_BUCKET")));
    }

    /** The bucket of clips. */
    public ClipStore clips() {
        return bucketOfClips();
    }

    private S3ClipStore bucketOfClips() {
        return once(
                S3ClipStore.class,
                () -> new S3ClipStore(
                        AwsClients.s3(region()).build(),
                        setting("CLIPS_BUCKET"),
                        Optional.of(S3Presigner.builder().region(region()).build())));
    }

    /** The Landsat archive. */
    public Archive archive() {
        return once(Archive.class, () -> new S3Archive(AwsClients.landsat(), setting("LANDSAT_BUCKET")));
    }

    /** Sends scoring requests to the stack's queue. */
    public ScoringRequests scoringRequests() {
        return once(ScoringRequests.class, () -> new SqsScoringRequests(sqs(), setting("SITES_QUEUE_URL")));
    }

    /**
     * Sends notifications to the back-fill queue.
     *
     * @param origin name of the sender, as a message attribute for those who inspect the queue
     */
    public NotificationSender notificationSender(String origin) {
        return once(
                NotificationSender.class,
                () -> new SqsNotificationSender(
                        sqs(), setting("BACKFILL_QUEUE_URL"), setting("LANDSAT_BUCKET"), origin));
    }

    /** The structured log; only lines with metrics need the setting {@code STACK}. */
    public EventLog log() {
        return once(EventLog.class, () -> new EventLog(System.out, clock, () -> setting("STACK")));
    }

    /** Delivers mails from the outbox to the stack's topics. */
    public MailDispatcher mailDispatcher() {
        return once(
                MailDispatcher.class,
                () -> new MailDispatcher(
                        outbox(),
                        new SnsMailSender(
                                AwsClients.sns(region()).build(),
                                setting("ALERT_TOPIC_ARN"),
                                setting("OPERATIONS_TOPIC_ARN"),
                                optionalSetting("DASHBOARD_URL").map(URI::create)),
                        clock));
    }

    private SiteRunner siteRunner() {
        return once(SiteRunner.class, () -> new SiteRunner(ledger(), outbox(), histories()));
    }

    /** Scores sites and announces what changed. */
    public SiteScoring scoring() {
        return new SiteScoring(ledger(), siteRunner(), backfills(), scoringDates(), siteClock(), clock);
    }

    /** Verifies the version of the code and that the table can be read; functions add what else they need. */
    public SelfTest selfTest() {
        return new SelfTest().with("code", CodeVersion::current).with("table", () -> {
            boolean found = outbox().mail("self-test", Kind.OPERATIONS, "none").isPresent();
            return setting("TABLE") + (found ? " has a mail of the self-test" : " can be read");
        });
    }

    /** A self-test that also lists the Landsat archive, which needs a permission of another account. */
    public SelfTest selfTestWithArchive() {
        return selfTest().with("archive", () -> {
            int products = archive()
                    .list(Satellite.LANDSAT_9, SELF_TEST_SCENE, SELF_TEST_YEAR)
                    .size();
            return "%s: %d products of path and row %s in %d"
                    .formatted(setting("LANDSAT_BUCKET"), products, SELF_TEST_SCENE, SELF_TEST_YEAR);
        });
    }

    /** A self-test that also lists clips in the bucket. */
    public SelfTest selfTestWithClips() {
        return selfTest().with("clips", () -> {
            bucketOfClips().verifyAccess();
            return setting("CLIPS_BUCKET") + " can be listed";
        });
    }

    /** Installs the shipped sites before first use: any function may be the first to run after a deployment. */
    private void installSites() {
        new SiteBootstrap(ledger(), notificationTimes(), clock).install(setting("SEED_SITES"));
    }

    /** Processes notifications and records the products that they announce. Installs the shipped sites first. */
    public NotificationProcessor notificationProcessor() {
        installSites();
        EventLog log = log();
        return new NotificationProcessor(
                ledger(),
                new ProductIntake(
                        archive(), new ClipTiff(), clips(), SampleExtractor.current(), ledger(), scoringRequests()),
                setting("LANDSAT_BUCKET"),
                Integer.parseInt(setting("MAX_RECEIVE_COUNT")),
                notificationTimes(),
                result -> log.write(new Event.Processed(result)),
                new SqsNotificationSender(sqs(), setting("NOTICES_QUEUE_URL"), setting("LANDSAT_BUCKET"), "clip"),
                clock);
    }

    /** Finds products, scores and mails that are missing, and requests them again. Installs the shipped sites first. */
    public Reconciler reconciler() {
        installSites();
        EventLog log = log();
        return new Reconciler(
                ledger(),
                outbox(),
                siteRunner(),
                archive(),
                notificationTimes(),
                notificationSender("reconcile"),
                scoringRequests(),
                mailDispatcher(),
                backfills(),
                scoringDates(),
                siteClock(),
                clock,
                (mail, failure) ->
                        log.write(new Event.MailFailed(new MailKey(mail.siteId(), mail.kind(), mail.run()), failure)));
    }
}
