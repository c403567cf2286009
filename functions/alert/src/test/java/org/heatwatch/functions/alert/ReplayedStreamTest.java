package org.heatwatch.functions.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.publication.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stream delivers the same records again, in any order and in part, with failures between the steps: a mail is sent
 * once, and once more for each time that it was sent and the record of the delivery was lost.
 */
final class ReplayedStreamTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);
    private static final int BATCHES = 60;

    /** What happens to an attempt to send a mail. */
    private enum Fault {
        NONE,
        /** SNS does not answer, and has not taken the mail. */
        NOT_SENT,
        /** SNS takes the mail, and its answer is lost. */
        ANSWER_LOST,
        /** The mail is sent, and the table does not take the record of it. */
        RECORD_LOST,
        /** The mail is sent, and the process ends. */
        KILLED
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Outbox outbox = Outboxes.inMemory();
    private final List<String> runs =
            IntStream.range(0, 7).mapToObj(i -> "run-" + i).toList();
    private final Map<String, Integer> sent = new HashMap<>();
    private final Map<String, Integer> lost = new HashMap<>();
    private Instant now = Instant.parse("2025-11-04T12:00:00Z");
    private Fault next = Fault.NONE;

    @BeforeEach
    void mailsWait() {
        outbox.announce(
                "here",
                Optional.empty(),
                new ScoringRun(1, DAY, DAY, "run"),
                new Manifest("here", 1, "code", DAY, "run", false, List.of(), List.of(), List.of()),
                List.of(),
                runs.stream()
                        .map(run -> new Mail(
                                "here", Kind.ACTIVITY, run, DAY, "Subject", "Text\n", "{}", 3, 2, List.of("hall")))
                        .toList());
    }

    private void send(Mail mail) {
        if (next == Fault.NOT_SENT) {
            throw unavailable();
        }
        sent.merge(mail.run(), 1, Integer::sum);
        if (next != Fault.NONE) {
            lost.merge(mail.run(), 1, Integer::sum);
        }
        if (next == Fault.ANSWER_LOST) {
            throw unavailable();
        }
        if (next == Fault.KILLED) {
            throw new Killed();
        }
    }

    private static SourceUnavailable unavailable() {
        return new SourceUnavailable("topic", "no answer", "try again");
    }

    /** The outbox, which does not take a delivery if that is the fault. */
    private Outbox faulty() {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (_, method, arguments) -> {
                    if (method.getName().equals("delivered") && next == Fault.RECORD_LOST) {
                        throw unavailable();
                    }
                    try {
                        return method.invoke(outbox, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** Delivers records, and returns the runs of those that failed; all, if the function ends. */
    private List<String> deliver(List<String> records) throws IOException {
        AlertHandler handler = new AlertHandler(
                new MailDispatcher(faulty(), this::send, () -> now),
                new EventLog(
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        InstantSource.system(),
                        () -> "heatwatch"),
                SelfTest::new);
        String event = records.stream()
                .map(run -> """
                    {"eventName": "INSERT", "eventSource": "aws:dynamodb", "dynamodb": {
                     "SequenceNumber": "%1$s", "Keys": {"pk": {"S": "mail#here"}, "sk": {"S": "activity#%1$s"}}}}\
                    """.formatted(run))
                .collect(Collectors.joining(",", "{\"Records\": [", "]}"));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, /* context= */ null);
        } catch (Killed e) {
            return records;
        }
        return new ObjectMapper()
                .readTree(output.toByteArray())
                .path("batchItemFailures")
                .findValuesAsText("itemIdentifier");
    }

    /** Some of the records, in any order, some of them twice. */
    private List<String> batch(Random random) {
        List<String> records = new ArrayList<>(runs);
        records.addAll(runs);
        Collections.shuffle(records, random);
        return records.subList(0, 1 + random.nextInt(runs.size()));
    }

    /** As the stream does after the faults: each record until it succeeds; a claim that remains has expired. */
    private void deliverTheRest() throws IOException {
        next = Fault.NONE;
        now = now.plus(Outbox.CLAIM);
        assertThat(deliver(runs)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void eachMailIsSentOnceAndOnceMoreForEachLostRecord(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < BATCHES; i++) {
            next = Fault.values()[random.nextInt(Fault.values().length)];
            now = now.plusSeconds(random.nextInt(30));
            List<String> delivered = batch(random);
            assertThat(delivered).containsAll(deliver(delivered));
        }
        deliverTheRest();
        assertThat(outbox.undelivered("here")).isEmpty();
        assertThat(sent.keySet()).containsExactlyInAnyOrderElementsOf(runs);
        for (String run : runs) {
            assertThat(sent.get(run)).as(run).isEqualTo(1 + lost.getOrDefault(run, 0));
        }
        Map<String, Integer> before = Map.copyOf(sent);
        for (int i = 0; i < BATCHES; i++) {
            now = now.plus(Outbox.CLAIM);
            assertThat(deliver(batch(random))).isEmpty();
        }
        assertThat(sent).as("after all deliveries were recorded").isEqualTo(before);
    }

    @Test
    void theSameBatchInAnyOrderSendsEachMailOnce() throws IOException {
        assertThat(deliver(runs)).isEmpty();
        assertThat(deliver(runs)).isEmpty();
        assertThat(deliver(runs.reversed())).isEmpty();
        assertThat(deliver(runs.subList(2, 4))).isEmpty();
        assertThat(sent)
                .hasSize(runs.size())
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void aMailWhoseRecordWasLostFailsWhileItIsClaimedAndIsThenSentAgain() throws IOException {
        next = Fault.RECORD_LOST;
        assertThat(deliver(runs.subList(0, 1))).containsExactly("run-0");
        next = Fault.NONE;
        assertThat(deliver(runs)).containsExactly("run-0");
        assertThat(sent).hasSize(runs.size());
        deliverTheRest();
        assertThat(sent).containsEntry("run-0", 2).containsEntry("run-1", 1);
    }
}
