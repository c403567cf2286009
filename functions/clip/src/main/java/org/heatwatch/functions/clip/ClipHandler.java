package org.heatwatch.functions.clip;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.Invocation;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.aws.SqsNotificationSender;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.raster.GdalSelfTest;
import org.jspecify.annotations.Nullable;

/** Processes a batch of notifications; messages that were not processed are reported as failed batch items. */
public final class ClipHandler implements RequestStreamHandler {
    private static final String RECEIVE_COUNT = "ApproximateReceiveCount";
    private static final String SENT = "SentTimestamp";

    private final NotificationProcessor processor;
    private final EventLog log;
    private final Supplier<SelfTest> selfTest;

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE}, {@code CLIPS_BUCKET},
     * {@code SITES_QUEUE_URL}, {@code NOTICES_QUEUE_URL}, {@code LANDSAT_BUCKET}, {@code SEED_SITES}, {@code STACK} and
     * {@code MAX_RECEIVE_COUNT}; the last is the {@code maxReceiveCount} of the notification queues.
     */
    public ClipHandler() {
        this(ApplicationContext.ofProcess());
    }

    private ClipHandler(ApplicationContext context) {
        this(
                context.notificationProcessor(),
                context.log(),
                () -> context.selfTestWithArchive().with("gdal", GdalSelfTest::version));
    }

    /**
     * Uses the given processor.
     *
     * @param log receives messages whose processing failed unexpectedly
     */
    public ClipHandler(NotificationProcessor processor, EventLog log) {
        this(processor, log, SelfTest::new);
    }

    private ClipHandler(NotificationProcessor processor, EventLog log, Supplier<SelfTest> selfTest) {
        this.processor = processor;
        this.log = log;
        this.selfTest = selfTest;
    }

    /** Processes a batch, or answers a {@link SelfTest}. */
    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        Optional<Invocation> invocation = Invocation.read(input, output, selfTest, log);
        if (invocation.isPresent()) {
            invocation.get().answer(SQSEvent.class, this::process);
        }
    }

    /** Processes a batch. */
    public SQSBatchResponse process(SQSEvent event) {
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
