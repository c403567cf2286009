package org.heatwatch.functions.clip;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.SqsNotificationSender;
import org.heatwatch.intake.NotificationProcessor;
import org.jspecify.annotations.Nullable;

/** Processes a batch of notifications; messages that were not processed are reported as failed batch items. */
public final class ClipHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final String RECEIVE_COUNT = "ApproximateReceiveCount";
    private static final String SENT = "SentTimestamp";

    private final NotificationProcessor processor;
    private final EventLog log;

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE}, {@code CLIPS_BUCKET},
     * {@code SITES_QUEUE_URL}, {@code NOTICES_QUEUE_URL}, {@code LANDSAT_BUCKET}, {@code SEED_SITES}, {@code STACK} and
     * {@code MAX_RECEIVE_COUNT}; the last is the {@code maxReceiveCount} of the notification queues.
     */
    public ClipHandler() {
        this(ApplicationContext.ofProcess());
    }

    private ClipHandler(ApplicationContext context) {
        this(context.notificationProcessor(), context.log());
    }

    /**
     * Uses the given processor.
     *
     * @param log receives messages whose processing failed unexpectedly
     */
    public ClipHandler(NotificationProcessor processor, EventLog log) {
        this.processor = processor;
        this.log = log;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            if (!process(message)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    /**
     * An unexpected failure, such as a ledger that does not answer or a bug, must not prevent the other messages of the
     * batch from being processed and acknowledged.
     */
    private boolean process(SQSMessage message) {
        try {
            return processor.process(message.getBody(), receiveCount(message.getAttributes()), sentByUsgsAt(message));
        } catch (RuntimeException e) {
            log.write(new Event.MessageFailed(message.getMessageId(), e));
            return false;
        }
    }

    private static Optional<Instant> sentByUsgsAt(SQSMessage message) {
        Map<String, SQSEvent.MessageAttribute> ours = message.getMessageAttributes();
        if (ours != null && ours.containsKey(SqsNotificationSender.ORIGIN)) {
            return Optional.ofNullable(ours.get(SqsNotificationSender.ANNOUNCED_AT))
                    .map(attribute -> Instant.ofEpochMilli(Long.parseLong(attribute.getStringValue())));
        }
        return Optional.ofNullable(message.getAttributes())
                .map(attributes -> attributes.get(SENT))
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }

    private static int receiveCount(@Nullable Map<String, String> attributes) {
        return attributes == null ? 1 : Integer.parseInt(attributes.getOrDefault(RECEIVE_COUNT, "1"));
    }
}
