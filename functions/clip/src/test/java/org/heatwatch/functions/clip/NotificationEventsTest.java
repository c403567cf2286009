package org.heatwatch.functions.clip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.BadNotification;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.junit.jupiter.api.Test;

final class NotificationEventsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ProductId T1 = ProductId.parse("LC08_L1TP_116034_20251104_20251118_02_T1");
    private static final ProductId L2 = ProductId.parse("LC08_L2SP_116034_20251104_20251119_02_T1");
    private static final Instant NOW = Instant.parse("2025-11-20T06:00:00.123Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final EventLog log = new EventLog(new PrintStream(out, true, UTF_8), () -> NOW, () -> "heatwatch");

    private JsonNode line() throws JsonProcessingException {
        String text = out.toString(UTF_8);
        out.reset();
        assertThat(text.lines()).as("an event is one line").hasSize(1);
        return MAPPER.readTree(text);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    private void accept(NotificationResult result) {
        log.write(new Event.Processed(result));
    }

    private void fail(String messageId, RuntimeException why) {
        log.write(new Event.MessageFailed(messageId, why));
    }

    private static NotificationResult taken(IntakeOutcome outcome) {
        return new NotificationResult.TakenIn(T1, "kaesong", outcome);
    }

    private static NotificationResult failed(RuntimeException why, boolean lastTry) {
        return new NotificationResult.Failed(T1, "kaesong", why, lastTry);
    }

    @Test
    void aLineIsAMetricInTheEmbeddedMetricFormat() throws JsonProcessingException {
        accept(taken(new IntakeOutcome.Recorded()));
        assertThat(line()).isEqualTo(json("""
                {
                  "_aws": {
                    "Timestamp": 1763618400123,
                    "CloudWatchMetrics": [
                      {
                        "Namespace": "HeatWatch",
                        "Dimensions": [["outcome", "stack"]],
                        "Metrics": [{"Name": "Notices", "Unit": "Count"}]
                      }
                    ]
                  },
                  "outcome": "recorded",
                  "stack": "heatwatch",
                  "Notices": 1,
                  "product": "LC08_L1TP_116034_20251104_20251118_02_T1",
                  "site": "kaesong"
                }
                """));
    }

    /** The members of a line without those of the metric, which are the same in each line. */
    private JsonNode said() throws JsonProcessingException {
        ObjectNode line = (ObjectNode) line();
        JsonNode definition = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(definition.path("Namespace").asText()).isEqualTo("HeatWatch");
        for (JsonNode dimension : definition.at("/Dimensions/0")) {
            assertThat(line.path(dimension.asText()).isTextual())
                    .as("value of dimension %s", dimension)
                    .isTrue();
        }
        for (JsonNode metric : definition.path("Metrics")) {
            assertThat(line.path(metric.path("Name").asText()).isNumber())
                    .as("value of metric %s", metric)
                    .isTrue();
        }
        assertThat(line.path("Notices").asInt()).isEqualTo(1);
        assertThat(line.path("stack").asText()).isEqualTo("heatwatch");
        line.remove(List.of("_aws", "Notices", "stack"));
        return line;
    }

    @Test
    void everyResultIsCountedByOutcomeWithItsReason() throws JsonProcessingException {
        accept(taken(new IntakeOutcome.Superseded(L2)));
        assertThat(said()).isEqualTo(json("""
                {"outcome": "superseded", "product": "%s", "site": "kaesong", "by": "%s"}
                """.formatted(T1, L2)));
        accept(taken(new IntakeOutcome.NotOurs("no thermal band")));
        assertThat(said()).isEqualTo(json("""
                {"outcome": "not-ours", "product": "%s", "site": "kaesong", "reason": "no thermal band"}
                """.formatted(T1)));
        accept(taken(new IntakeOutcome.Unreadable("cut short")));
        assertThat(said()).isEqualTo(json("""
                {"outcome": "unreadable", "product": "%s", "site": "kaesong", "reason": "cut short"}
                """.formatted(T1)));
        accept(new NotificationResult.NotOurs("LE07_L1TP_116034_20220315_20220410_02_T1", "other sensor"));
        assertThat(said()).isEqualTo(json("""
                {"outcome": "not-ours", "product": "LE07_L1TP_116034_20220315_20220410_02_T1", "reason": "other sensor"}
                """));
        accept(new NotificationResult.Refused(new BadNotification("message", "is not JSON", "send JSON")));
        assertThat(said()).isEqualTo(json("""
                {"outcome": "refused", "reason": "message: is not JSON; send JSON"}
                """));
    }

    @Test
    void aFailureIsARetryWhileAnotherDeliveryMaySucceed() throws JsonProcessingException {
        ProductMissing missing = new ProductMissing("B10", "is not there", "try again later");
        accept(failed(missing, false));
        assertThat(said()).isEqualTo(json("""
                {"outcome": "retry", "product": "%s", "site": "kaesong", "error": "ProductMissing",
                 "reason": "B10: is not there; try again later"}
                """.formatted(T1)));
        accept(failed(missing, true));
        assertThat(said().path("outcome").asText()).isEqualTo("failed");
        accept(failed(new AccessDenied("B10", "is refused", "give the role the permission"), false));
        assertThat(said()).isEqualTo(json("""
                {"outcome": "failed", "product": "%s", "site": "kaesong", "error": "AccessDenied",
                 "reason": "B10: is refused; give the role the permission"}
                """.formatted(T1)));
    }

    @Test
    void anUnexpectedErrorIsAFailureWithItsStackTraceInTheSameLine() throws JsonProcessingException {
        accept(failed(new IllegalStateException("a mistake\nof two lines"), false));
        JsonNode event = said();
        assertThat(event.path("outcome").asText()).isEqualTo("failed");
        assertThat(event.path("reason").asText()).isEqualTo("a mistake\nof two lines");
        assertThat(event.path("trace").asText()).contains("IllegalStateException", "NotificationEventsTest");
        fail("message 7", new IllegalStateException());
        JsonNode trouble = said();
        assertThat(trouble.path("outcome").asText()).isEqualTo("failed");
        assertThat(trouble.path("message").asText()).isEqualTo("message 7");
        assertThat(trouble.path("reason").asText()).isEqualTo("null");
        assertThat(trouble.path("trace").asText()).contains("NotificationEventsTest");
    }

    @Test
    void aMessageThatCouldNotBeProcessedIsNamed() throws JsonProcessingException {
        fail("message 7", new SourceUnavailable("the ledger", "no answer", "try again later"));
        assertThat(said()).isEqualTo(json("""
                {"outcome": "retry", "message": "message 7", "error": "SourceUnavailable",
                 "reason": "the ledger: no answer; try again later"}
                """));
    }

    @Test
    void aLineHasTheIdOfItsRequest() throws JsonProcessingException {
        log.begin(Optional.of("c6af9ac6-7b61-11e6-9a41-93e8deadbeef"));
        accept(taken(new IntakeOutcome.Recorded()));
        assertThat(line().path("requestId").asText()).isEqualTo("c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
    }
}
