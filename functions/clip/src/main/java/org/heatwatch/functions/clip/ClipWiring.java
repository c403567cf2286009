package org.heatwatch.functions.clip;

import java.time.InstantSource;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoNoticeTimes;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.aws.S3Clients;
import org.heatwatch.aws.S3ClipStore;
import org.heatwatch.aws.SiteSeeds;
import org.heatwatch.aws.SqsSiteWaker;
import org.heatwatch.aws.StackEnvironment;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.Sampler;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.raster.ClipTiff;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function's parts as the stack's environment variables name them. */
final class ClipWiring {
    private ClipWiring() {}

    static MetricLog log(StackEnvironment environment) {
        return new MetricLog(System.out, InstantSource.system(), environment.need("STACK"));
    }

    /**
     * Reads {@code AWS_REGION}, {@code TABLE}, {@code CLIPS_BUCKET}, {@code SITES_QUEUE_URL}, {@code LANDSAT_BUCKET}, {@code
     * SEED_SITES}, {@code STACK} and {@code MAX_RECEIVE_COUNT}; the last is that of the queues of notices. The sites that
     * come with the code are planted first: the first notice may come before anything else did.
     *
     * @throws IllegalStateException if one is missing
     */
    static NotificationProcessor processor(StackEnvironment environment) {
        InstantSource clock = InstantSource.system();
        String table = environment.need("TABLE");
        DynamoDbClient dynamo = environment.dynamo();
        Ledger ledger = new DynamoLedger(new LedgerTable(dynamo, table));
        NoticeTimes times = new DynamoNoticeTimes(new LedgerTable(dynamo, table));
        new SiteSeeds(ledger, times, clock).plant(environment.need("SEED_SITES"));
        String landsat = environment.need("LANDSAT_BUCKET");
        ProductIntake intake = new ProductIntake(
                new S3Archive(S3Clients.landsat(), landsat),
                new ClipTiff(),
                new S3ClipStore(environment.s3(), environment.need("CLIPS_BUCKET")),
                Sampler.current(),
                ledger,
                new SqsSiteWaker(environment.sqs(), environment.need("SITES_QUEUE_URL")));
        return new NotificationProcessor(
                ledger, intake, landsat, environment.needNumber("MAX_RECEIVE_COUNT"), times, log(environment));
    }
}
