package org.heatwatch.aws;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.Outbox;
import org.heatwatch.announce.Postman;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.announce.SiteScoring;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.Backfills;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NoticeSender;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.Sampler;
import org.heatwatch.intake.SiteWaker;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.reconcile.Reconciler;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The parts of a deployed stack, wired by its settings; these have the names of the functions' environment variables. Each
 * part is made when it is first asked for, and only then reads the settings that it needs.
 */
public abstract class ApplicationContext {
    private final InstantSource clock = InstantSource.system();
    private final Map<Class<?>, Object> made = new HashMap<>();

    /** As the stack tells its functions by environment variables. */
    public static ApplicationContext ofProcess() {
        return new ApplicationContext() {
            @Override
            protected String setting(String name) {
                String value = System.getenv(name);
                if (value == null || value.isBlank()) {
                    throw new IllegalStateException("environment variable " + name + " is not set");
                }
                return value;
            }
        };
    }

    /** The value of a setting; throws if there is none. */
    protected abstract String setting(String name);

    private synchronized <T> T once(Class<T> type, Supplier<T> maker) {
        Object part = made.get(type);
        if (part == null) {
            part = maker.get();
            made.put(type, part);
        }
        return type.cast(part);
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

    public Ledger ledger() {
        return once(Ledger.class, () -> new DynamoLedger(table()));
    }

    public Outbox outbox() {
        return once(Outbox.class, () -> new DynamoOutbox(table()));
    }

    public HistoryStore histories() {
        return once(HistoryStore.class, () -> new DynamoHistoryStore(table()));
    }

    public NoticeTimes noticeTimes() {
        return once(NoticeTimes.class, () -> new DynamoNoticeTimes(table()));
    }

    public Backfills backfills() {
        return once(Backfills.class, () -> new DynamoBackfills(table()));
    }

    private SiteClock siteClock() {
        return once(SiteClock.class, () -> new DynamoSiteClock(table(), SiteClock.utc(clock)));
    }

    public ClipStore clips() {
        return once(
                ClipStore.class, () -> new S3ClipStore(AwsClients.s3(region()).build(), setting("CLIPS_BUCKET")));
    }

    public Archive archive() {
        return once(Archive.class, () -> new S3Archive(AwsClients.landsat(), setting("LANDSAT_BUCKET")));
    }

    public SiteWaker siteWaker() {
        return once(SiteWaker.class, () -> new SqsSiteWaker(sqs(), setting("SITES_QUEUE_URL")));
    }

    /**
     * Leaves notices in the queue of the back-fill.
     *
     * @param origin who sends, for who looks at the queue
     */
    public NoticeSender noticeSender(String origin) {
        return once(
                NoticeSender.class,
                () -> new SqsNoticeSender(sqs(), setting("BACKFILL_QUEUE_URL"), setting("LANDSAT_BUCKET"), origin));
    }

    /** What is said of the work; only lines with metrics need the setting {@code STACK}. */
    public EventLog log() {
        return once(EventLog.class, () -> new EventLog(System.out, clock, () -> setting("STACK")));
    }

    public Postman postman() {
        return once(
                Postman.class,
                () -> new Postman(
                        outbox(),
                        new SnsMailSender(
                                AwsClients.sns(region()), setting("ALERT_TOPIC_ARN"), setting("OPERATIONS_TOPIC_ARN")),
                        clock));
    }

    private Announcer announcer() {
        return once(Announcer.class, () -> new Announcer(ledger(), outbox(), histories()));
    }

    public SiteScoring scoring() {
        return new SiteScoring(ledger(), announcer(), backfills(), siteClock(), clock);
    }

    /** Sites that come with the code are planted first: what needs them may come before anything else did. */
    private void plantSites() {
        new SiteSeeds(ledger(), noticeTimes(), clock).plant(setting("SEED_SITES"));
    }

    /** Takes in what notices announce. */
    public NotificationProcessor notificationProcessor() {
        plantSites();
        EventLog log = log();
        return new NotificationProcessor(
                ledger(),
                new ProductIntake(archive(), new ClipTiff(), clips(), Sampler.current(), ledger(), siteWaker()),
                setting("LANDSAT_BUCKET"),
                Integer.parseInt(setting("MAX_RECEIVE_COUNT")),
                noticeTimes(),
                result -> log.write(new Event.Processed(result)));
    }

    /** Compares what should be with what is. */
    public Reconciler reconciler() {
        plantSites();
        EventLog log = log();
        return new Reconciler(
                ledger(),
                outbox(),
                announcer(),
                archive(),
                noticeTimes(),
                noticeSender("reconcile"),
                siteWaker(),
                postman(),
                backfills(),
                siteClock(),
                clock,
                (mail, why) ->
                        log.write(new Event.MailFailed(new MailKey(mail.siteId(), mail.kind(), mail.run()), why)));
    }
}
