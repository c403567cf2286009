package org.heatwatch.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.aws.DynamoBackfills;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.DynamoScoringDates;
import org.heatwatch.aws.DynamoSiteClock;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.intake.Backfills;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.CodeVersion;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.run.SiteRunner;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A deployed stack that monitors a simulated site, with a topic and a bucket in place of those of USGS. */
final class Watch {
    static final String BUCKET = "usgs-landsat-stand-in";

    private final LocalCloud cloud;
    private final DeployedStack stack;
    private final String landsatTopic;
    private final S3Client s3;
    private final SnsClient sns;
    private final SqsClient sqs;
    private final DynamoDbClient dynamo;
    private final Site site;

    private Watch(LocalCloud cloud, DeployedStack stack, String landsatTopic) {
        this.cloud = cloud;
        this.stack = stack;
        this.landsatTopic = landsatTopic;
        this.s3 = cloud.s3();
        this.sns = cloud.sns();
        this.sqs = cloud.sqs();
        this.dynamo = cloud.dynamo();
        this.site = SiteFile.read(Repository.file("sites/kaesong-simulated.geojson"));
    }

    /**
     * @param name name of the stack, which gets its own topic in place of that of USGS
     * @param template text of the template, possibly changed by a test
     */
    static Watch begin(LocalCloud cloud, String name, String template) throws InterruptedException {
        return begin(cloud, name, template, Map.of());
    }

    /** @param parameters further parameters of the stack */
    static Watch begin(LocalCloud cloud, String name, String template, Map<String, String> parameters)
            throws InterruptedException {
        String topic =
                cloud.sns().createTopic(r -> r.name("landsat-for-" + name)).topicArn();
        LocalCloud.bucket(cloud.s3(), BUCKET);
        Map<String, String> all = new HashMap<>(parameters);
        all.putAll(Map.of("LandsatTopicArn", topic, "LandsatBucket", BUCKET, "SeedSites", "kaesong-simulated"));
        DeployedStack stack = DeployedStack.deploy(cloud, name, template, all);
        return new Watch(cloud, stack, topic);
    }

    LocalCloud cloud() {
        return cloud;
    }

    DeployedStack stack() {
        return stack;
    }

    Site site() {
        return site;
    }

    String siteId() {
        return site.id();
    }

    SqsClient sqs() {
        return sqs;
    }

    String table() {
        return stack.output("TableName");
    }

    Ledger ledger() {
        return new DynamoLedger(new LedgerTable(dynamo, table()));
    }

    Outbox outbox() {
        return new DynamoOutbox(new LedgerTable(dynamo, table()));
    }

    HistoryStore histories() {
        return new DynamoHistoryStore(new LedgerTable(dynamo, table()));
    }

    Backfills backfills() {
        return new DynamoBackfills(new LedgerTable(dynamo, table()));
    }

    private DynamoSiteClock clock() {
        return new DynamoSiteClock(new LedgerTable(dynamo, table()), _ -> LocalDate.MAX);
    }

    /** Saves the first version of the site before any function installs it. */
    void saveSite() {
        if (ledger().site(siteId()).isEmpty()) {
            ledger().putSite(SiteDefinition.first(Repository.text("sites/kaesong-simulated.geojson"), "deployment"));
        }
    }

    void setClock(LocalDate day) {
        clock().set(site, day);
    }

    /** Sets the visibility timeout of a queue, to shorten the tests. */
    void retryAfter(String queueOutput, int seconds) {
        sqs.setQueueAttributes(r -> r.queueUrl(stack.output(queueOutput))
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(seconds))));
    }

    /** Sets the maxReceiveCount of a queue, to shorten the tests. */
    void giveUpAfter(String queueOutput, int deliveries) {
        String url = stack.output(queueOutput);
        String policy = sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                .attributes()
                .getOrDefault(QueueAttributeName.REDRIVE_POLICY, "");
        ObjectNode changed = ((ObjectNode) Mailbox.json(policy)).put("maxReceiveCount", deliveries);
        sqs.setQueueAttributes(
                r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, changed.toString())));
    }

    /** Sets the delivery delay of scoring requests. */
    void delayScoringRequests(int seconds) {
        sqs.setQueueAttributes(r -> r.queueUrl(stack.output("SitesQueueUrl"))
                .attributes(Map.of(QueueAttributeName.DELAY_SECONDS, Integer.toString(seconds))));
    }

    /** Uploads a folder that has the structure of the bucket. */
    void upload(Path folder) {
        upload(folder, BUCKET);
    }

    void upload(Path folder, String bucket) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .parallel()
                    .forEach(file -> s3.putObject(
                            r -> r.bucket(bucket)
                                    .key(folder.relativize(file).toString().replace('\\', '/')),
                            RequestBody.fromFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String notification(String productId, String keyPrefix) {
        return "{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://%s/%s\"}"
                .formatted(productId, BUCKET, keyPrefix);
    }

    /** Publishes a notification in the form of USGS. */
    void publish(String notification) {
        sns.publish(r -> r.topicArn(landsatTopic).message(notification).subject("New C2 Product Added"));
    }

    /** Whether the latest run covers all recorded scenes, and no other is due on the current day of the site. */
    boolean isCovered() {
        return new DynamoScoringDates(new LedgerTable(dynamo, table()))
                        .find(siteId())
                        .filter(date -> !date.isDue(clock().today(site), CodeVersion.current()))
                        .isPresent()
                || new SiteRunner(ledger(), outbox(), histories()).isUpToDate(siteId(), clock().today(site));
    }

    int messages(String queueOutput) {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(r -> r.queueUrl(stack.output(queueOutput))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return attributes.values().stream().mapToInt(Integer::parseInt).sum();
    }

    boolean isQuiet() {
        return List.of("NoticesQueueUrl", "BackfillQueueUrl", "SitesQueueUrl").stream()
                        .mapToInt(this::messages)
                        .sum()
                == 0;
    }

    Optional<String> firstDeadLetter(String queueOutput) {
        return sqs.receiveMessage(r -> r.queueUrl(stack.output(queueOutput)).visibilityTimeout(0)).messages().stream()
                .map(message -> message.body())
                .findFirst();
    }
}
