package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.announce.Topic;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.ledger.Definitions;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Conflicts of transactions, which DynamoDB Local does not produce by itself, on real sockets: before the write, or
 * after a write whose answer is lost and that is sent again. The table ends as it does without them.
 */
final class ConflictingWritesIT {
    private static final String SITE = "here";
    private static final String TRANSACTION = "DynamoDB_20120810.TransactWriteItems";
    private static final String UPDATE = "DynamoDB_20120810.UpdateItem";
    private static final int ALWAYS = 1_000_000;
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);
    private static final Instant NOON = Instant.parse("2025-11-04T12:00:00Z");
    private static final Mail MAIL =
            new Mail(SITE, Kind.ACTIVITY, "run", DAY, "Subject", "Text\n", "{}", 3, 2, List.of("hall"));
    private static final SiteDefinition SITE_BEFORE = Definitions.small(SITE, "116/34");
    private static final SiteDefinition SITE_AFTER =
            SITE_BEFORE.next(Definitions.text(SITE, "116/34", "116/33"), "analyst");

    private static LocalDynamo dynamo;
    private static FaultyProxy proxy;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        dynamo = new LocalDynamo();
        proxy = new FaultyProxy(dynamo.port());
        client = LocalDynamo.clientOf(proxy.port());
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        proxy.close();
        dynamo.close();
    }

    @AfterEach
    void noFurtherConflicts() {
        proxy.replace(TRANSACTION, 0, /* isProcessed= */ false, request -> request);
    }

    private static void record(LedgerTable table) {
        new DynamoLedger(table).record(SITE, LedgerScenes.resolved("LC08_L1TP_116034_20251104_20251118_02_T1", 20));
    }

    private static void edit(LedgerTable table) {
        DynamoLedger ledger = new DynamoLedger(table);
        if (ledger.site(SITE).equals(Optional.of(SITE_BEFORE))) {
            ledger.putSite(SITE_AFTER);
        }
    }

    private static void remove(LedgerTable table) {
        new DynamoLedger(table).removeSite(SITE);
    }

    /** As a scoring run does: it compares with the last run. */
    private static void announce(LedgerTable table) {
        Outbox outbox = new DynamoOutbox(table);
        if (outbox.lastRun(SITE).isEmpty()) {
            outbox.announce(
                    SITE,
                    Optional.empty(),
                    new ScoringRun(1, DAY, DAY, "run"),
                    new Manifest(SITE, 1, "code", DAY, "run", false, List.of(), List.of(), List.of()),
                    List.of(new AnnouncementRecord("hall", Topic.ON, DAY, DAY, true, true, Optional.empty(), 0)),
                    List.of(MAIL));
        }
    }

    private static Map<String, Consumer<LedgerTable>> steps() {
        return Map.of(
                "a scene is recorded", ConflictingWritesIT::record,
                "a site is edited", ConflictingWritesIT::edit,
                "a site is removed", ConflictingWritesIT::remove,
                "a run is announced", ConflictingWritesIT::announce);
    }

    /** A table with a site and a scene. */
    private static String filledTable() {
        String name = dynamo.emptyTable();
        DynamoLedger ledger = new DynamoLedger(new LedgerTable(dynamo.client(), name));
        ledger.putSite(SITE_BEFORE);
        ledger.record(SITE, LedgerScenes.resolved("LC08_L1TP_116034_20251104_20251104_02_RT", 20));
        return name;
    }

    /** All items; the date on which a site is due has a random revision, which is left out. */
    private static Map<Key, Map<String, AttributeValue>> content(String name) {
        Map<Key, Map<String, AttributeValue>> items = new HashMap<>();
        for (Map<String, AttributeValue> item :
                dynamo.client().scanPaginator(scan -> scan.tableName(name)).items()) {
            Map<String, AttributeValue> kept = new HashMap<>(item);
            if (Key.of(item).equals(Key.due(SITE))) {
                kept.remove("revision");
            }
            items.put(Key.of(item), kept);
        }
        return items;
    }

    /** Repeats a step as a queue does until it has no error. */
    private static void untilDone(Consumer<LedgerTable> step, LedgerTable table) {
        for (int attempt = 0; ; attempt++) {
            try {
                step.accept(table);
                return;
            } catch (LedgerConflict e) {
                assertThat(attempt).as("attempts after an error").isZero();
                assertThat(e.getMessage()).contains(SITE).doesNotContain("\n");
            }
        }
    }

    static Stream<Arguments> conflicts() {
        return Stream.of(RefusedTransaction.CONFLICT, RefusedTransaction.CONDITION, RefusedTransaction.IN_PROGRESS)
                .flatMap(answer -> Stream.of(true, false)
                        .flatMap(isProcessed -> steps().entrySet().stream()
                                .map(step -> Arguments.of(
                                        answer, isProcessed ? "after" : "before", step.getKey(), step.getValue()))));
    }

    @ParameterizedTest(name = "{0} {1} the write, when {2}")
    @MethodSource("conflicts")
    void theTableEndsAsWithoutTheConflict(
            RefusedTransaction answer, String when, String name, Consumer<LedgerTable> step) {
        String expected = filledTable();
        step.accept(new LedgerTable(dynamo.client(), expected));

        String table = filledTable();
        proxy.replace(TRANSACTION, 1, when.equals("after"), answer::answer);
        untilDone(step, new LedgerTable(client, table));
        assertThat(content(table)).as(name).isEqualTo(content(expected));
    }

    static Stream<Arguments> endless() {
        return conflicts()
                .filter(arguments -> List.of(arguments.get()).contains("before"))
                // One step that reads again at each attempt, and one that does not.
                .filter(arguments -> List.of(arguments.get()).contains("a scene is recorded")
                        || List.of(arguments.get()).contains("a run is announced"));
    }

    @ParameterizedTest(name = "{0} {1} the write, when {2}")
    @MethodSource("endless")
    void endlessConflictsAreAnErrorAfterABoundedNumberOfAttemptsAndChangeNothing(
            RefusedTransaction answer, String when, String name, Consumer<LedgerTable> step) {
        String expected = filledTable();
        step.accept(new LedgerTable(dynamo.client(), expected));

        String table = filledTable();
        AtomicInteger requests = new AtomicInteger();
        proxy.replace(TRANSACTION, ALWAYS, when.equals("after"), request -> {
            requests.incrementAndGet();
            return answer.answer(request);
        });
        Instant begun = Instant.now();
        assertThatThrownBy(() -> step.accept(new LedgerTable(client, table)))
                .isInstanceOf(LedgerConflict.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(SITE).doesNotContain("\n"));
        assertThat(Duration.between(begun, Instant.now()))
                .as("less than the 29 s of API Gateway")
                .isLessThan(Duration.ofSeconds(25));
        // Twelve attempts; each is three requests where the client of the SDK also repeats, if there was time for them.
        assertThat(requests).hasValueBetween(1, 35);

        noFurtherConflicts();
        step.accept(new LedgerTable(client, table));
        assertThat(content(table)).as(name).isEqualTo(content(expected));
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusedTransaction.class,
            names = {"CONFLICT", "CONDITION", "IN_PROGRESS"})
    void anEditThatWasSavedIsNoConflictAlthoughItsAnswerIs(RefusedTransaction answer) {
        DynamoLedger ledger = new DynamoLedger(new LedgerTable(client, filledTable()));
        proxy.replace(TRANSACTION, 1, /* isProcessed= */ true, answer::answer);
        ledger.putSite(SITE_AFTER);
        assertThat(ledger.site(SITE)).contains(SITE_AFTER);
        assertThatThrownBy(() -> ledger.putSite(SITE_BEFORE.next(Definitions.text(SITE, "115/34"), "another")))
                .isInstanceOf(LedgerConflict.class);
    }

    /** A claim that is written although its answer is a conflict looks like that of another process, and expires. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMailIsClaimedOnceDespiteAConflict(boolean isProcessed) {
        String name = filledTable();
        announce(new LedgerTable(dynamo.client(), name));
        Outbox outbox = new DynamoOutbox(new LedgerTable(client, name));
        proxy.replace(UPDATE, 1, isProcessed, RefusedTransaction.CONFLICT_OF_ITEM::answer);
        assertThat(outbox.claim(MAIL, NOON)).isEqualTo(!isProcessed);
        assertThat(outbox.claim(MAIL, NOON)).as("while it is claimed").isFalse();
        assertThat(outbox.undelivered(SITE)).containsExactly(MAIL);
        assertThat(outbox.claim(MAIL, NOON.plus(Outbox.CLAIM))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeliveryIsRecordedDespiteAConflict(boolean isProcessed) {
        String name = filledTable();
        announce(new LedgerTable(dynamo.client(), name));
        Outbox outbox = new DynamoOutbox(new LedgerTable(client, name));
        assertThat(outbox.claim(MAIL, NOON)).isTrue();
        proxy.replace(UPDATE, 1, isProcessed, RefusedTransaction.CONFLICT_OF_ITEM::answer);
        outbox.delivered(MAIL, NOON);
        assertThat(outbox.undelivered(SITE)).isEmpty();
        assertThat(outbox.mails(SITE))
                .allSatisfy(sent -> assertThat(sent.deliveredAt()).contains(NOON));
        assertThat(outbox.claim(MAIL, NOON.plus(Outbox.CLAIM))).isFalse();
    }
}
