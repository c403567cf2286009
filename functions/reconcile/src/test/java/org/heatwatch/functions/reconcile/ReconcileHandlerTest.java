package org.heatwatch.functions.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.aws.SqsAuditRequests;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.Backfills;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.Definitions;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.reconcile.Reconciler;
import org.heatwatch.run.ScoringDates;
import org.heatwatch.run.SiteRunner;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

final class ReconcileHandlerTest {
    private static final Instant NOW = Instant.parse("2025-11-20T06:00:00Z");

    private final Ledger stored = Ledgers.inMemory();
    private final List<String> sent = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A ledger in which the site "damaged" cannot be read. */
    private Ledger ledger() {
        return proxy(Ledger.class, (_, method, arguments) -> {
            if (method.getName().equals("site") && arguments[0].equals("damaged")) {
                throw new SiteUnreadable("damaged", "a part is missing", null);
            }
            try {
                return method.invoke(stored, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private Duration delayOfArchive = Duration.ZERO;
    private Optional<RuntimeException> failureOfArchive = Optional.empty();
    private Duration longest = Duration.ofMillis(500);

    private SqsClient queue() {
        return proxy(SqsClient.class, (proxy, method, arguments) -> {
            if (arguments[0] instanceof SendMessageBatchRequest batch) {
                batch.entries().forEach(entry -> sent.add(entry.messageBody()));
                return SendMessageBatchResponse.builder().build();
            }
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        });
    }

    private record EmptyArchive(Duration delay, Optional<RuntimeException> failure) implements Archive {
        @Override
        public ProductFiles open(ProductId product) {
            throw new IllegalStateException("no product is read");
        }

        @Override
        public List<ProductId> list(Acquisition acquisition) {
            return List.of();
        }

        @Override
        public List<ProductId> list(Satellite satellite, WrsScene scene, int year) {
            failure.ifPresent(each -> {
                throw each;
            });
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ReconcileHandlerTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private ReconcileHandler handler() {
        Outbox outbox = Outboxes.inMemory();
        Reconciler reconciler = new Reconciler(
                ledger(),
                outbox,
                new SiteRunner(ledger(), outbox, HistoryStores.inMemory()),
                new EmptyArchive(delayOfArchive, failureOfArchive),
                NotificationTimes.none(),
                (_, _, _) -> {},
                _ -> {},
                new MailDispatcher(outbox, _ -> {}, () -> NOW),
                Backfills.none(),
                ScoringDates.none(),
                _ -> LocalDate.of(2025, 11, 20),
                () -> NOW,
                (_, _) -> {});
        return new ReconcileHandler(
                reconciler,
                new SqsAuditRequests(queue(), "https://queue"),
                new EventLog(new PrintStream(out, true, StandardCharsets.UTF_8), () -> NOW, () -> "heatwatch"),
                () -> NOW,
                () -> new SelfTest().with("table", () -> "can be read"),
                longest);
    }

    private static Map<String, Object> message(String body) {
        return Map.of("messageId", body, "body", body);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aSelfTestReconcilesNothing() {
        assertThat(handler().handleRequest(Map.of("selfTest", true), null))
                .isEqualTo(
                        Map.of("selfTest", "passed", "checks", Map.of("table", "can be read"), "failures", Map.of()));
        assertThat(lines()).singleElement().asString().contains("selfTest").doesNotContain("ReconcileRuns");
    }

    @Test
    void aRuleSendsOneMessageForEachSite() {
        IntStream.range(10, 37).forEach(i -> stored.putSite(Definitions.small("site-" + i, "116/34")));
        assertThat(handler().handleRequest(Map.of("depth", "full", "by", "messages"), null))
                .isEqualTo(Map.of("requested", 27));
        assertThat(sent).hasSize(27).first().isEqualTo("{\"depth\":\"full\",\"site\":\"site-10\"}");
        assertThat(lines()).singleElement().asString().contains("\"ReconcileRuns\":1");
    }

    @Test
    void aSiteThatCannotBeReadIsNamedAndCountedAndTheOthersAreReconciled() {
        for (String id : List.of("before", "damaged", "later")) {
            stored.putSite(Definitions.small(id, "116/34"));
        }
        Object answer = handler()
                .handleRequest(
                        Map.of(
                                "Records",
                                List.of(
                                        message("{\"depth\": \"light\", \"site\": \"before\"}"),
                                        message("{\"depth\": \"light\", \"site\": \"damaged\"}"),
                                        message("not JSON"),
                                        message("{\"depth\": \"light\", \"site\": \"removed\"}"),
                                        message("{\"depth\": \"light\", \"site\": \"later\"}"))),
                        null);
        assertThat(answer).isEqualTo(Map.of("batchItemFailures", List.of()));
        assertThat(lines()).hasSize(4);
        assertThat(lines().get(0)).contains("\"site\":\"before\"", "\"ReconcileFailures\":0");
        assertThat(lines().get(1)).contains("\"site\":\"damaged\"", "\"ReconcileFailures\":1", "a part is missing");
        assertThat(lines().get(2)).contains("\"ReconcileFailures\":1", "is not a JSON object");
        assertThat(lines().get(3)).contains("\"site\":\"later\"", "\"ReconcileFailures\":0");
    }

    @Test
    void aSiteThatTakesTooLongIsCountedAndTriedAgainBeforeTheFunctionTimesOut() {
        delayOfArchive = Duration.ofMinutes(1);
        stored.putSite(Definitions.small("slow", "116/34"));
        String body = "{\"depth\": \"full\", \"site\": \"slow\"}";
        assertThat(handler().handleRequest(Map.of("Records", List.of(message(body))), null))
                .isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", body))));
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("\"site\":\"slow\"", "\"ReconcileFailures\":1", "took longer than");
    }

    @Test
    void aManualRunEndsASiteBeforeTheFunctionTimesOut() {
        delayOfArchive = Duration.ofMinutes(1);
        longest = Duration.ofMinutes(2);
        stored.putSite(Definitions.small("slow", "116/34"));
        Context context = proxy(Context.class, (_, method, _) -> switch (method.getName()) {
            case "getRemainingTimeInMillis" -> 10_300;
            default -> "id";
        });
        assertThatThrownBy(() -> handler().handleRequest(Map.of("depth", "full"), context))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("took longer than 0 s");
    }

    @Test
    void aComparisonWithTheArchiveThatFailsIsDeliveredAgainButNotASiteThatCannotBeRead() {
        failureOfArchive = Optional.of(new SourceUnavailable("archive", "no answer", "try again later"));
        stored.putSite(Definitions.small("here", "116/34"));
        stored.putSite(Definitions.small("damaged", "116/34"));
        String failing = "{\"depth\": \"full\", \"site\": \"here\"}";
        String unreadable = "{\"depth\": \"full\", \"site\": \"damaged\"}";
        assertThat(handler().handleRequest(Map.of("Records", List.of(message(failing), message(unreadable))), null))
                .isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", failing))));
        assertThat(lines()).hasSize(2).allMatch(line -> line.contains("\"ReconcileFailures\":1"));
    }

    @Test
    void anOperatorGetsTheFindingsOfAFewSitesAndAFailureAfterThem() {
        stored.putSite(Definitions.small("here", "116/34"));
        Map<String, ?> answer = handler().handleRequest(Map.of("depth", "light"), null);
        assertThat((List<?>) answer.get("sites")).hasSize(1);
        assertThat(sent).isEmpty();
        stored.putSite(Definitions.small("damaged", "116/34"));
        assertThatThrownBy(() -> handler().handleRequest(Map.of("depth", "light"), null))
                .isInstanceOf(SiteUnreadable.class);
        assertThat(handler().handleRequest(Map.of("depth", "light", "site", "here"), null))
                .isEqualTo(answer);
    }
}
