package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.errors.SourceUnavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends messages to a queue in batches of ten, the maximum of SQS. A batch may have 256 kB; the messages of this
 * project name a product or a site and have less than 1 kB each.
 */
final class SqsBatches {
    private static final int MAX_BATCH_SIZE = 10;

    private final SqsClient client;
    private final String queueUrl;

    SqsBatches(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    /**
     * Sends messages; their ids within a batch are set here.
     *
     * @throws SourceUnavailable if the queue does not take all of them; some may have been sent
     * @throws org.heatwatch.errors.AccessDenied if the queue refuses them
     */
    void send(List<SendMessageBatchRequestEntry.Builder> messages) {
        for (int from = 0; from < messages.size(); from += MAX_BATCH_SIZE) {
            sendBatch(messages.subList(from, Math.min(messages.size(), from + MAX_BATCH_SIZE)));
        }
    }

    private void sendBatch(List<SendMessageBatchRequestEntry.Builder> messages) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        messages.forEach(message ->
                entries.add(message.id(Integer.toString(entries.size())).build()));
        List<BatchResultErrorEntry> failed;
        try {
            failed = client.sendMessageBatch(
                            request -> request.queueUrl(queueUrl).entries(entries))
                    .failed();
        } catch (SdkException e) {
            throw AwsErrors.of("queue " + queueUrl, e);
        }
        if (!failed.isEmpty()) {
            throw new SourceUnavailable(
                    "queue " + queueUrl,
                    "did not take %d of %d messages: %s"
                            .formatted(
                                    failed.size(),
                                    entries.size(),
                                    failed.getFirst().message()),
                    "try again later");
        }
    }
}
