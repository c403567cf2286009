package org.heatwatch.functions.reconcile;

import java.time.InstantSource;
import java.util.Map;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.Outbox;
import org.heatwatch.announce.Postman;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.aws.DynamoBackfills;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoNoticeTimes;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.DynamoSiteClock;
import org.heatwatch.aws.EmbeddedMetrics;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.aws.S3Clients;
import org.heatwatch.aws.SiteSeeds;
import org.heatwatch.aws.SnsMailSender;
import org.heatwatch.aws.SqsNoticeSender;
import org.heatwatch.aws.SqsSiteWaker;
import org.heatwatch.aws.StackEnvironment;
import org.heatwatch.aws.Traces;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.reconcile.Reconciler;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The function's parts as the stack's environment variables name them. */
final class ReconcileWiring {
    private static final String ORIGIN = "reconcile";

    private ReconcileWiring() {}

    static String stack() {
        return StackEnvironment.ofProcess().need("STACK");
    }

    /**
     * Reads {@code AWS_REGION}, {@code TABLE}, {@code BACKFILL_QUEUE_URL}, {@code SITES_QUEUE_URL}, {@code LANDSAT_BUCKET},
     * {@code ALERT_TOPIC_ARN}, {@code OPERATIONS_TOPIC_ARN} and {@code SEED_SITES}.
     *
     * @throws IllegalStateException if one is missing
     */
    static Reconciler reconciler() {
        StackEnvironment environment = StackEnvironment.ofProcess();
        InstantSource clock = InstantSource.system();
        String table = environment.need("TABLE");
        DynamoDbClient dynamo = environment.dynamo();
        SqsClient sqs = environment.sqs();
        Ledger ledger = new DynamoLedger(new LedgerTable(dynamo, table));
        Outbox outbox = new DynamoOutbox(new LedgerTable(dynamo, table));
        NoticeTimes times = new DynamoNoticeTimes(new LedgerTable(dynamo, table));
        new SiteSeeds(ledger, times, clock).plant(environment.need("SEED_SITES"));
        String landsat = environment.need("LANDSAT_BUCKET");
        return new Reconciler(
                ledger,
                outbox,
                new Announcer(ledger, outbox, new DynamoHistoryStore(new LedgerTable(dynamo, table))),
                new S3Archive(S3Clients.landsat(), landsat),
                times,
                new SqsNoticeSender(sqs, environment.need("BACKFILL_QUEUE_URL"), landsat, ORIGIN),
                new SqsSiteWaker(sqs, environment.need("SITES_QUEUE_URL")),
                new Postman(
                        outbox,
                        new SnsMailSender(
                                environment.sns(),
                                environment.need("ALERT_TOPIC_ARN"),
                                environment.need("OPERATIONS_TOPIC_ARN")),
                        clock),
                new DynamoBackfills(new LedgerTable(dynamo, table)),
                new DynamoSiteClock(new LedgerTable(dynamo, table), SiteClock.utc(clock)),
                clock,
                (mail, e) -> System.out.println(EmbeddedMetrics.json(Map.of(
                        "site", mail.siteId(), "mail", mail.kind() + " " + mail.run(), "failure", Traces.of(e)))));
    }
}
