package org.heatwatch.functions.score;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.Invocation;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.run.SiteScoring;
import org.jspecify.annotations.Nullable;

/**
 * Scores the sites that a batch of messages requests, each site once, and logs a line of JSON for each. The FIFO queue
 * does not deliver further messages of a site while a batch with messages of that site is being processed, so no two
 * invocations score the same site at the same time.
 */
public final class ScoreHandler implements RequestStreamHandler {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SiteScoring scoring;
    private final EventLog log;
    private final Supplier<SelfTest> selfTest;

    /** Configures the handler from the environment variables {@code AWS_REGION} and {@code TABLE}. */
    public ScoreHandler() {
        this(ApplicationContext.ofProcess());
    }

    private ScoreHandler(ApplicationContext context) {
        this(context.scoring(), context.log(), context::selfTest);
    }

    ScoreHandler(SiteScoring scoring, EventLog log, Supplier<SelfTest> selfTest) {
        this.scoring = scoring;
        this.log = log;
        this.selfTest = selfTest;
    }

    /** Scores the sites of a batch, or answers a {@link SelfTest}. */
    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        Optional<Invocation> invocation = Invocation.read(input, output, selfTest, log);
        if (invocation.isPresent()) {
            invocation.get().answer(SQSEvent.class, this::process);
        }
    }

    SQSBatchResponse process(SQSEvent event) {
        Map<String, List<String>> messageIdsByBody = new LinkedHashMap<>();
        for (SQSMessage message : event.getRecords()) {
            messageIdsByBody
                    .computeIfAbsent(String.valueOf(message.getBody()), _ -> new ArrayList<>())
                    .add(message.getMessageId());
        }
        List<BatchItemFailure> failures = new ArrayList<>();
        messageIdsByBody.forEach((body, messageIds) -> {
            if (!process(body)) {
                messageIds.forEach(id -> failures.add(new BatchItemFailure(id)));
            }
        });
        return new SQSBatchResponse(failures);
    }

    /**
     * Scores the site that a message such as {@code {"site": "kaesong"}} names; returns whether the message is done.
     */
    private boolean process(String body) {
        String site;
        try {
            site = MAPPER.readTree(body).path("site").asText();
        } catch (JsonProcessingException _) {
            log.write(new Event.ScoringRequestRefused(body, "is not JSON"));
            return false;
        }
        if (site.isEmpty()) {
            log.write(new Event.ScoringRequestRefused(body, "has no site"));
            return false;
        }
        return score(site);
    }

    private boolean score(String site) {
        try {
            SiteScoring.Result result = scoring.score(site);
            log.write(new Event.Scored(site, result));
            return result.isDone();
        } catch (RuntimeException e) {
            log.write(new Event.ScoringFailed(site, e));
            return false;
        }
    }
}
