package org.heatwatch.functions.alert;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Postman;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.MailKey;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the mails whose items are new in the table's stream. Those that fail are reported, and the stream goes on from
 * the first of them: what was delivered is not delivered again, since the table says so.
 */
public final class AlertHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Postman postman;
    private final EventLog log;

    /**
     * As the stack's environment says: {@code AWS_REGION}, {@code TABLE}, {@code ALERT_TOPIC_ARN} and {@code
     * OPERATIONS_TOPIC_ARN}.
     */
    public AlertHandler() {
        this(ApplicationContext.ofProcess());
    }

    private AlertHandler(ApplicationContext context) {
        this(context.postman(), context.log());
    }

    AlertHandler(Postman postman, EventLog log) {
        this.postman = postman;
        this.log = log;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        List<BatchItemFailure> failures = new ArrayList<>();
        for (DynamodbStreamRecord record : event.getRecords()) {
            if (!isDone(record)) {
                failures.add(new BatchItemFailure(record.getDynamodb().getSequenceNumber()));
            }
        }
        return new StreamsEventResponse(failures);
    }

    private boolean isDone(DynamodbStreamRecord record) {
        Map<String, AttributeValue> keys = record.getDynamodb().getKeys();
        return MailKey.parse(text(keys.get("pk")), text(keys.get("sk")))
                .map(this::isDone)
                .orElse(true);
    }

    private boolean isDone(MailKey mail) {
        try {
            Postman.Delivery delivery = postman.deliver(mail.siteId(), mail.kind(), mail.run());
            log.write(new Event.Delivered(mail, delivery));
            return switch (delivery) {
                case DELIVERED, ALREADY_DELIVERED, UNKNOWN -> true;
                case CLAIMED -> false;
            };
        } catch (RuntimeException e) {
            log.write(new Event.MailFailed(mail, e));
            return false;
        }
    }

    private static String text(@Nullable AttributeValue value) {
        return value == null || value.getS() == null ? "" : value.getS();
    }
}
