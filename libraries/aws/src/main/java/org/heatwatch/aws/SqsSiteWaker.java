package org.heatwatch.aws;

import java.util.UUID;
import org.heatwatch.intake.SiteWaker;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Wakes sites by a FIFO queue whose groups are the sites, so that a site is looked at by one at a time and no site waits
 * for another. No message is taken for a duplicate: what was stored after an earlier message was read needs one of its
 * own.
 */
public final class SqsSiteWaker implements SiteWaker {
    private final SqsClient client;
    private final String queueUrl;

    /** The client stays the caller's. */
    public SqsSiteWaker(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void wake(String siteId) {
        try {
            client.sendMessage(request -> request.queueUrl(queueUrl)
                    .messageGroupId(siteId)
                    .messageDeduplicationId(UUID.randomUUID().toString())
                    .messageBody("{\"site\": \"" + siteId + "\"}"));
        } catch (SdkException e) {
            throw AwsErrors.of("queue " + queueUrl, e);
        }
    }
}
