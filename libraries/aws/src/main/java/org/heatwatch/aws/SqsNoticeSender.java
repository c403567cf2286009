package org.heatwatch.aws;

import java.util.Map;
import org.heatwatch.intake.NoticeSender;
import org.heatwatch.landsat.ProductId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Leaves notices in a queue in the archive's own form, marked as ours: they say nothing of whether the archive is heard. */
public final class SqsNoticeSender implements NoticeSender {
    /** Name of the message attribute that only our own notices have. */
    public static final String ORIGIN = "heatwatch-origin";

    private final SqsClient client;
    private final String queueUrl;
    private final String bucket;
    private final String origin;

    /**
     * The client stays the caller's.
     *
     * @param bucket of the archive
     * @param origin who sends, for who looks at the queue
     */
    public SqsNoticeSender(SqsClient client, String queueUrl, String bucket, String origin) {
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
