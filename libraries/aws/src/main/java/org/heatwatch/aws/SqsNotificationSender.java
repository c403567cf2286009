package org.heatwatch.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.intake.NotificationSender;
import org.heatwatch.landsat.ProductId;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends notifications to a queue in the form that USGS uses, with the id of the site that they are for. A message
 * attribute marks them as our own, so that they do not count as notifications from USGS.
 */
public final class SqsNotificationSender implements NotificationSender {
    /** Name of the message attribute that marks our own notifications. */
    public static final String ORIGIN = "heatwatch-origin";

    /**
     * Name of the message attribute with the time, in milliseconds since 1970, at which USGS sent the notification that
     * this one was made of.
     */
    public static final String ANNOUNCED_AT = "heatwatch-announced-at";

    private final SqsBatches queue;
    private final String bucket;
    private final String origin;

    /**
     * Does not close the client.
     *
     * @param bucket bucket of the archive
     * @param origin name of the sender, for those who inspect the queue
     */
    public SqsNotificationSender(SqsClient client, String queueUrl, String bucket, String origin) {
        this.queue = new SqsBatches(client, queueUrl);
        this.bucket = bucket;
        this.origin = origin;
    }

    @Override
    public void send(ProductId product, List<String> siteIds, Optional<Instant> announcedAt) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put(ORIGIN, attribute("String", origin));
        announcedAt.ifPresent(
                at -> attributes.put(ANNOUNCED_AT, attribute("Number", Long.toString(at.toEpochMilli()))));
        queue.send(siteIds.stream()
                .map(siteId -> SendMessageBatchRequestEntry.builder()
                        .messageBody(body(product, siteId))
                        .messageAttributes(attributes))
                .toList());
    }

    private String body(ProductId product, String siteId) {
        return "{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://%s/%s\", \"site\": \"%s\"}"
                .formatted(product.id(), bucket, product.keyPrefix(), siteId);
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
