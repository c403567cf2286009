package org.heatwatch.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Requests the reconciliation of sites, one message for each, so that no site waits for another or fails with it. */
public final class SqsAuditRequests {
    private final SqsBatches queue;

    /** Does not close the client. */
    public SqsAuditRequests(SqsClient client, String queueUrl) {
        this.queue = new SqsBatches(client, queueUrl);
    }

    /**
     * Queues the reconciliation of sites.
     *
     * @param members of each message besides {@code site}, such as {@code depth}
     * @throws org.heatwatch.errors.SourceUnavailable if the queue does not take all of them; some may have been sent
     * @throws org.heatwatch.errors.AccessDenied if the queue refuses them
     */
    public void request(List<String> siteIds, Map<String, String> members) {
        queue.send(siteIds.stream()
                .map(siteId -> SendMessageBatchRequestEntry.builder().messageBody(body(siteId, members)))
                .toList());
    }

    private static String body(String siteId, Map<String, String> members) {
        Map<String, String> all = new LinkedHashMap<>(members);
        all.put("site", siteId);
        return RecordJson.line(all);
    }
}
