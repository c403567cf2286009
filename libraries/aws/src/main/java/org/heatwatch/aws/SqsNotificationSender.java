package org.heatwatch.aws;

import java.util.Map;
import org.heatwatch.intake.NotificationSender;
import org.heatwatch.landsat.ProductId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Sends notifications to a queue in the form that USGS uses. A message attribute marks them as our own, so that they do
 * not count as notifications from USGS.
 */
public final class SqsNotificationSender implements NotificationSender {
    /** Name of the message attribute that marks our own notifications. */
    public static final String ORIGIN = "heatwatch-origin";

    private final SqsClient client;
    private final String queueUrl;
    private final String bucket;
    private final String origin;

    /**
     * Does not close the client.
     *
     * @param bucket bucket of the archive
     * @param origin name of the sender, for those who inspect the queue
     */
    public SqsNotificationSender(SqsClient client, String queueUrl, String bucket, String origin) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.bucket = bucket;
        this.origin = origin;
    }

    @Override
    public void send(ProductId product) {
        try {
            client.sendMessage(request -> request.queueUrl(queueUrl)
                    .messageBody("{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://%s/%s\"}"
                            .formatted(product.id(), bucket, product.keyPrefix()))
                    .messageAttributes(Map.of(
                            ORIGIN,
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue(origin)
                                    .build())));
        } catch (SdkException e) {
            throw AwsErrors.of("queue " + queueUrl, e);
        }
    }
}
