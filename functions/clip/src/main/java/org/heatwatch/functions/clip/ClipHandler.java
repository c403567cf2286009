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
import org.heatwatch.aws.SqsNoticeSender;
import org.heatwatch.intake.NotificationProcessor;
import org.jspecify.annotations.Nullable;

/** Takes in the products that a batch of messages announces; the messages that are not done are reported as failed. */
public final class ClipHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final String DELIVERIES = "ApproximateReceiveCount";
    private static final String SENT = "SentTimestamp";

    private final NotificationProcessor processor;
    private final EventLog log;

    /**
     * As the stack's environment says: {@code AWS_REGION}, {@code TABLE}, {@code CLIPS_BUCKET}, {@code SITES_QUEUE_URL},
     * {@code LANDSAT_BUCKET}, {@code SEED_SITES}, {@code STACK} and {@code MAX_RECEIVE_COUNT}; the last is that of the
     * queues of notices.
     */
    public ClipHandler() {
        this(ApplicationContext.ofProcess());
    }

    private ClipHandler(ApplicationContext context) {
        this(context.notificationProcessor(), context.log());
    }

    /** @param log hears of messages that could not even be judged */
    public ClipHandler(NotificationProcessor processor, EventLog log) {
        this.processor = processor;
        this.log = log;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            if (!isDone(message)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    /**
     * What stops one message, such as a ledger that does not answer or a mistake of ours, must not undo what was done for
     * the others, nor keep them from being done.
     */
    private boolean isDone(SQSMessage message) {
        try {
            return processor.process(message.getBody(), delivery(message.getAttributes()), announcedAt(message));
        } catch (RuntimeException e) {
            log.write(new Event.MessageFailed(message.getMessageId(), e));
            return false;
        }
    }

    private static Optional<Instant> announcedAt(SQSMessage message) {
        boolean ours = message.getMessageAttributes() != null
                && message.getMessageAttributes().containsKey(SqsNoticeSender.ORIGIN);
        return ours || message.getAttributes() == null
                ? Optional.empty()
                : Optional.ofNullable(message.getAttributes().get(SENT))
                        .map(Long::parseLong)
                        .map(Instant::ofEpochMilli);
    }

    private static int delivery(@Nullable Map<String, String> attributes) {
        return attributes == null ? 1 : Integer.parseInt(attributes.getOrDefault(DELIVERIES, "1"));
    }
}
