package org.heatwatch.aws;

import java.util.UUID;
import org.heatwatch.intake.ScoringRequests;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends scoring requests to a FIFO queue whose message groups are the sites, so that each site is scored by one
 * invocation at a time and no site waits for another. Requests are never deduplicated, because data stored after an
 * earlier request was read need a request of their own.
 */
public final class SqsScoringRequests implements ScoringRequests {
    private final SqsClient client;
    private final String queueUrl;

    /** Does not close the client. */
    public SqsScoringRequests(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void requestScoring(String siteId) {
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
