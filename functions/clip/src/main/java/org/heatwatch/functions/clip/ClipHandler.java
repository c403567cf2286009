package org.heatwatch.functions.clip;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in the products that a batch of messages announces; the messages that are not done are reported as failed. */
public final class ClipHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final String DELIVERIES = "ApproximateReceiveCount";

    private final NoticeDesk desk;

    /** As the stack's environment says. */
    public ClipHandler() {
        this(ClipWiring.desk(System.getenv()));
    }

    public ClipHandler(NoticeDesk desk) {
        this.desk = desk;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            if (!desk.take(message.getBody(), delivery(message.getAttributes()))) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private static int delivery(@Nullable Map<String, String> attributes) {
        return attributes == null ? 1 : Integer.parseInt(attributes.getOrDefault(DELIVERIES, "1"));
    }
}
