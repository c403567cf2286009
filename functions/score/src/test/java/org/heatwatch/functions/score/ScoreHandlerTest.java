package org.heatwatch.functions.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.Backfills;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.run.ScoringDates;
import org.heatwatch.run.SiteRunner;
import org.heatwatch.run.SiteScoring;
import org.junit.jupiter.api.Test;

final class ScoreHandlerTest {
    private static final String DEFINITION = """
            {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95], "reference": [],
             "features": []}
            """;

    private static final Instant NOON = Instant.parse("2025-11-05T12:00:00Z");

    private final Ledger ledger = Ledgers.inMemory();
    private final Outbox outbox = Outboxes.inMemory();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Optional<Backfill> backfill = Optional.empty();
    private LocalDate today = LocalDate.of(2025, 11, 5);

    private final Backfills backfills = new Backfills() {
        @Override
        public void keep(String siteId, Backfill begun) {
            backfill = Optional.of(begun);
        }

        @Override
        public Optional<Backfill> latest(String siteId) {
            return backfill;
        }
    };

    private List<String> request(String... bodies) {
        List<SQSMessage> messages = new ArrayList<>();
        for (String body : bodies) {
            SQSMessage message = new SQSMessage();
            message.setMessageId("message " + messages.size());
            message.setBody(body);
            messages.add(message);
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(messages);
        SiteScoring scoring = new SiteScoring(
                ledger,
                new SiteRunner(ledger, outbox, HistoryStores.inMemory()),
                backfills,
                ScoringDates.none(),
                _ -> today,
                () -> NOON);
        return new ScoreHandler(
                        scoring,
                        new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), () -> NOON, () -> "heatwatch"),
                        SelfTest::new)
                .process(event).getBatchItemFailures().stream()
                        .map(BatchItemFailure::getItemIdentifier)
                        .toList();
    }

    private long runs() {
        return log.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"scored\""))
                .count();
    }

    private void record(String product) {
        ledger.record("here", LedgerScenes.unresolved(product));
    }

    @Test
    void severalScoringRequestsOfASiteCauseOneRunAndLaterOnesNone() {
        ledger.putSite(SiteDefinition.first(DEFINITION, "test"));
        record("LC08_L1TP_116034_20251104_20251104_02_RT");
        assertThat(request("{\"site\": \"here\"}", "{\"site\": \"here\"}", "{\"site\": \"here\"}"))
                .isEmpty();
        assertThat(request("{\"site\": \"here\"}")).isEmpty();
        assertThat(runs()).isEqualTo(1);
        assertThat(outbox.manifest("here").orElseThrow().sceneKeys()).hasSize(1);
    }

    @Test
    void aNewSceneOrANewDayIsScored() {
        ledger.putSite(SiteDefinition.first(DEFINITION, "test"));
        record("LC08_L1TP_116034_20251104_20251104_02_RT");
        request("{\"site\": \"here\"}");
        record("LC08_L1TP_116034_20251104_20251110_02_T1");
        request("{\"site\": \"here\"}");
        assertThat(runs()).isEqualTo(2);
        today = today.plusDays(1);
        request("{\"site\": \"here\"}");
        assertThat(runs()).isEqualTo(3);
    }

    @Test
    void aSiteIsNotPublishedFromAnIncompleteHistory() {
        ledger.putSite(SiteDefinition.first(DEFINITION, "test"));
        String first = "LC08_L1TP_116034_20251019_20251019_02_T1";
        String second = "LC08_L1TP_116034_20251104_20251104_02_RT";
        backfills.keep("here", new Backfill(Set.of(first, second), NOON.minus(Duration.ofMinutes(115))));
        record(first);
        assertThat(request("{\"site\": \"here\"}")).isEmpty();
        assertThat(runs()).isZero();
        record(second);
        request("{\"site\": \"here\"}");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aMissingProductDelaysASiteForTwoHours() {
        ledger.putSite(SiteDefinition.first(DEFINITION, "test"));
        String there = "LC08_L1TP_116034_20251019_20251019_02_T1";
        backfills.keep("here", new Backfill(Set.of(there, "lost"), NOON.minus(Duration.ofMinutes(125))));
        record(there);
        request("{\"site\": \"here\"}");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void failedScoringRequestsAreRedeliveredWithoutBlockingOthers() {
        ledger.putSite(SiteDefinition.first(DEFINITION, "test"));
        record("LC08_L1TP_116034_20251104_20251104_02_RT");
        assertThat(request("{\"site\": \"elsewhere\"}", "{\"site\": \"here\"}", "not JSON"))
                .containsExactly("message 0", "message 2");
        assertThat(runs()).isEqualTo(1);
    }
}
