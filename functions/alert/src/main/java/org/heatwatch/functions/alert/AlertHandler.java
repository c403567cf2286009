package org.heatwatch.functions.alert;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.Invocation;
import org.heatwatch.aws.MailKey;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.mail.MailDispatcher;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the mails that were inserted into the table, as its stream reports them. Failures are reported as failed
 * batch items, and the stream continues with the first of them; mails delivered meanwhile are not delivered again,
 * because the table records the delivery.
 */
public final class AlertHandler implements RequestStreamHandler {
    private final MailDispatcher dispatcher;
    private final EventLog log;
    private final Supplier<SelfTest> selfTest;

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE}, {@code ALERT_TOPIC_ARN}
     * and {@code OPERATIONS_TOPIC_ARN}.
     */
    public AlertHandler() {
        this(ApplicationContext.ofProcess());
    }

    private AlertHandler(ApplicationContext context) {
        this(context.mailDispatcher(), context.log(), context::selfTest);
    }

    AlertHandler(MailDispatcher dispatcher, EventLog log, Supplier<SelfTest> selfTest) {
        this.dispatcher = dispatcher;
        this.log = log;
        this.selfTest = selfTest;
    }

    /** Delivers the mails of a batch of stream records, or answers a {@link SelfTest}. */
    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        Optional<Invocation> invocation = Invocation.read(input, output, selfTest, log);
        if (invocation.isPresent()) {
            invocation.get().answer(JsonNode.class, this::process);
        }
    }

    private StreamsEventResponse process(JsonNode event) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (JsonNode record : event.path("Records")) {
            JsonNode change = record.path("dynamodb");
            JsonNode keys = change.path("Keys");
            boolean isDone = MailKey.parse(text(keys.path("pk")), text(keys.path("sk")))
                    .map(this::isDone)
                    .orElse(true);
            if (!isDone) {
                failures.add(new BatchItemFailure(change.path("SequenceNumber").asText()));
            }
        }
        return new StreamsEventResponse(failures);
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

    private static String text(JsonNode attribute) {
        return attribute.path("S").asText();
    }
}
