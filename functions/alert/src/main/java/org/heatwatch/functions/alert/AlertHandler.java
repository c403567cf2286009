package org.heatwatch.functions.alert;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heatwatch.announce.Postman;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.aws.MailKey;
import org.heatwatch.aws.SnsMailSender;
import org.heatwatch.aws.StackEnvironment;
import org.heatwatch.aws.Traces;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the mails whose items are new in the table's stream. Those that fail are reported, and the stream goes on from
 * the first of them: what was delivered is not delivered again, since the table says so.
 */
public final class AlertHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Postman postman;

    /**
     * As the stack's environment says: {@code AWS_REGION}, {@code TABLE}, {@code ALERT_TOPIC_ARN} and {@code
     * OPERATIONS_TOPIC_ARN}.
     */
    public AlertHandler() {
        this(postman(StackEnvironment.ofProcess()));
    }

    AlertHandler(Postman postman) {
        this.postman = postman;
    }

    private static Postman postman(StackEnvironment environment) {
        return new Postman(
                new DynamoOutbox(new LedgerTable(environment.dynamo(), environment.need("TABLE"))),
                new SnsMailSender(
                        environment.sns(),
                        environment.need("ALERT_TOPIC_ARN"),
                        environment.need("OPERATIONS_TOPIC_ARN")),
                InstantSource.system());
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
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
        String partition = text(keys.get("pk"));
        String sort = text(keys.get("sk"));
        try {
            return MailKey.parse(partition, sort).map(key -> deliver(key)).orElse(true);
        } catch (RuntimeException e) {
            System.out.println("mail %s %s: failed: %s".formatted(partition, sort, Traces.of(e)));
            return false;
        }
    }

    private boolean deliver(MailKey key) {
        Postman.Delivery delivery = postman.deliver(key.siteId(), key.kind(), key.run());
        System.out.println("mail %s %s %s: %s".formatted(key.siteId(), key.kind(), key.run(), delivery));
        return switch (delivery) {
            case DELIVERED, ALREADY_DELIVERED, UNKNOWN -> true;
            case CLAIMED -> false;
        };
    }

    private static String text(@Nullable AttributeValue value) {
        return value == null || value.getS() == null ? "" : value.getS();
    }
}
