package org.heatwatch.functions.score;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heatwatch.announce.Announcer;
import org.heatwatch.announce.SiteClock;
import org.heatwatch.announce.SiteScoring;
import org.heatwatch.aws.DynamoBackfills;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.DynamoSiteClock;
import org.heatwatch.aws.EmbeddedMetrics;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.aws.StackEnvironment;
import org.heatwatch.aws.Traces;
import org.heatwatch.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Scores the sites that a batch of messages names, each once however many messages name it, and logs a line of JSON for each.
 * The queue hands over the messages of one site in order and no others of it until these are done, so that no two
 * invocations score a site at the same time.
 */
public final class ScoreHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SiteScoring scoring;
    private final PrintStream out;

    /** As the stack's environment says: {@code AWS_REGION} and {@code TABLE}. */
    public ScoreHandler() {
        this(scoring(StackEnvironment.ofProcess()), System.out);
    }

    ScoreHandler(SiteScoring scoring, PrintStream out) {
        this.scoring = scoring;
        this.out = out;
    }

    private static SiteScoring scoring(StackEnvironment environment) {
        DynamoDbClient dynamo = environment.dynamo();
        String table = environment.need("TABLE");
        Ledger ledger = new DynamoLedger(new LedgerTable(dynamo, table));
        return new SiteScoring(
                ledger,
                new Announcer(
                        ledger,
                        new DynamoOutbox(new LedgerTable(dynamo, table)),
                        new DynamoHistoryStore(new LedgerTable(dynamo, table))),
                new DynamoBackfills(new LedgerTable(dynamo, table)),
                new DynamoSiteClock(new LedgerTable(dynamo, table), SiteClock.utc(InstantSource.system())),
                InstantSource.system());
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
            if (!isDone(body)) {
                messages.forEach(id -> failures.add(new BatchItemFailure(id)));
            }
        });
        return new SQSBatchResponse(failures);
    }

    /** @param body {@code {"site": "kaesong"}} */
    private boolean isDone(String body) {
        String site;
        try {
            site = MAPPER.readTree(body).path("site").asText();
        } catch (JsonProcessingException _) {
            log(body, "refused", "no JSON");
            return false;
        }
        if (site.isEmpty()) {
            log(body, "refused", "no site in the message");
            return false;
        }
        return score(site);
    }

    private boolean score(String site) {
        try {
            SiteScoring.Result result = scoring.score(site);
            log(site, result.outcome().name().toLowerCase(Locale.ROOT), result.detail());
            return result.isDone();
        } catch (RuntimeException e) {
            log(site, "failed", Traces.of(e));
            return false;
        }
    }

    private void log(String site, String outcome, String detail) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("site", site);
        line.put("outcome", outcome);
        line.put("detail", detail);
        out.println(EmbeddedMetrics.json(line));
    }
}
