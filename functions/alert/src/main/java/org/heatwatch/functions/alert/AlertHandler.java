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
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.MailKey;
import org.heatwatch.mail.MailDispatcher;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the mails that were inserted into the table, as its stream reports them. Failures are reported as failed
 * batch items, and the stream continues with the first of them; mails delivered meanwhile are not delivered again,
 * because the table records the delivery.
 */
public final class AlertHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final MailDispatcher dispatcher;
    private final EventLog log;

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE}, {@code ALERT_TOPIC_ARN}
     * and {@code OPERATIONS_TOPIC_ARN}.
     */
    public AlertHandler() {
        this(ApplicationContext.ofProcess());
    }

    private AlertHandler(ApplicationContext context) {
        this(context.mailDispatcher(), context.log());
    }

    AlertHandler(MailDispatcher dispatcher, EventLog log) {
        this.dispatcher = dispatcher;
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
            MailDispatcher.Delivery delivery = dispatcher.deliver(mail.siteId(), mail.kind(), mail.run());
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
