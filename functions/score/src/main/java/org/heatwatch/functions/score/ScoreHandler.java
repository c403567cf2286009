package org.heatwatch.functions.score;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.aws.DynamoBackfills;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.DynamoSiteClock;
import org.heatwatch.aws.StackEnvironment;
import org.heatwatch.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Scores the sites that a batch of messages wakes, each once however many messages name it. The queue hands over the
 * messages of one site in order and no others of it until these are done, so that a site is scored by one at a time.
 */
public final class ScoreHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final ScoreDesk desk;

    /** As the stack's environment says: {@code AWS_REGION} and {@code TABLE}. */
    public ScoreHandler() {
        this(desk(StackEnvironment.ofProcess()));
    }

    ScoreHandler(ScoreDesk desk) {
        this.desk = desk;
    }

    private static ScoreDesk desk(StackEnvironment environment) {
        DynamoDbClient dynamo = environment.dynamo();
        String table = environment.need("TABLE");
        Ledger ledger = new DynamoLedger(dynamo, table);
        return new ScoreDesk(
                ledger,
                new Announcer(ledger, new DynamoOutbox(dynamo, table), new DynamoHistoryStore(dynamo, table)),
                new DynamoBackfills(dynamo, table),
                new DynamoSiteClock(dynamo, table, SiteClock.utc(InstantSource.system())),
                InstantSource.system(),
                System.out);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
        Map<String, List<String>> messagesOf = new LinkedHashMap<>();
        for (SQSMessage message : event.getRecords()) {
            messagesOf
                    .computeIfAbsent(String.valueOf(message.getBody()), _ -> new ArrayList<>())
                    .add(message.getMessageId());
        }
        List<BatchItemFailure> failures = new ArrayList<>();
        messagesOf.forEach((body, messages) -> {
            if (!desk.wake(body)) {
                messages.forEach(id -> failures.add(new BatchItemFailure(id)));
            }
        });
        return new SQSBatchResponse(failures);
    }
}
