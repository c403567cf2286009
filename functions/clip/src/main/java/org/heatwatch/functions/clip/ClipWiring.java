package org.heatwatch.functions.clip;

import java.time.InstantSource;
import java.util.Map;
import org.heatwatch.aws.DynamoClients;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.aws.S3Clients;
import org.heatwatch.aws.S3ClipStore;
import org.heatwatch.aws.SqsSiteWaker;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.Sampler;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.raster.ClipTiff;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The function's parts as the stack's environment variables name them. */
final class ClipWiring {
    private ClipWiring() {}

    /**
     * Reads {@code AWS_REGION}, {@code TABLE}, {@code CLIPS_BUCKET}, {@code SITES_QUEUE_URL}, {@code LANDSAT_BUCKET} and
     * {@code MAX_RECEIVE_COUNT}; the last is that of the notices' queue.
     *
     * @throws IllegalStateException if one is missing
     */
    static NoticeDesk desk(Map<String, String> environment) {
        Region region = Region.of(need(environment, "AWS_REGION"));
        String landsat = need(environment, "LANDSAT_BUCKET");
        Ledger ledger = new DynamoLedger(DynamoClients.create(region, null), need(environment, "TABLE"));
        SqsClient sqs = SqsClient.builder()
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        ProductIntake intake = new ProductIntake(
                new S3Archive(S3Clients.landsat(), landsat),
                new ClipTiff(),
                new S3ClipStore(S3Clients.create(region, null), need(environment, "CLIPS_BUCKET")),
                Sampler.current(),
                ledger,
                new SqsSiteWaker(sqs, need(environment, "SITES_QUEUE_URL")));
        int mostDeliveries = Integer.parseInt(need(environment, "MAX_RECEIVE_COUNT"));
        return new NoticeDesk(
                ledger, intake, landsat, mostDeliveries, new MetricLog(System.out, InstantSource.system()));
    }

    private static String need(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("environment variable " + name + " is not set");
        }
        return value;
    }
}
