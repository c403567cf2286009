package org.heatwatch.functions.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

final class AlertHandlerTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);

    private final Outbox outbox = Outboxes.inMemory();
    private final List<String> sent = new ArrayList<>();
    private Optional<String> refused = Optional.empty();

    private static Mail mail(String run) {
        return new Mail("here", Kind.ACTIVITY, run, DAY, "Subject", "Text\n", "{}", 3, 2, List.of("hall"));
    }

    @BeforeEach
    void threeMailsWait() {
        Manifest manifest =
                new Manifest("here", 1, "code", LocalDate.of(2025, 11, 4), "a", false, List.of(), List.of(), List.of());
        outbox.announce(
                "here",
                Optional.empty(),
                new ScoringRun(1, DAY, DAY, "a"),
                manifest,
                List.of(),
                List.of(mail("a"), mail("b"), mail("c")));
    }

    private List<String> handle(String... keys) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        handler().handleRequest(new ByteArrayInputStream(event(keys).getBytes(StandardCharsets.UTF_8)), output, null);
        return new ObjectMapper()
                .readTree(output.toByteArray())
                .path("batchItemFailures")
                .findValuesAsText("itemIdentifier");
    }

    private AlertHandler handler() {
        return new AlertHandler(
                new MailDispatcher(
                        outbox,
                        mail -> {
                            if (refused.equals(Optional.of(mail.run()))) {
                                throw new SourceUnavailable("topic", "no answer", "try again");
                            }
                            sent.add(mail.run());
                        },
                        () -> DAY.atStartOfDay().toInstant(ZoneOffset.UTC)),
                new EventLog(System.out, InstantSource.system(), () -> "heatwatch"),
                SelfTest::new);
    }

    /** As the stream of a table sends it. */
    private static String event(String... keys) {
        return Arrays.stream(keys)
                .map(key -> """
                        {"eventName": "INSERT", "eventSource": "aws:dynamodb", "dynamodb": {
                         "ApproximateCreationDateTime": 1762246800.0, "SequenceNumber": "number of %1$s",
                         "Keys": {"pk": {"S": "mail#here"}, "sk": {"S": "activity#%1$s"}},
                         "NewImage": {"run": {"S": "%1$s"}, "body": {"B": "AAAA"}}}}""".formatted(key))
                .collect(Collectors.joining(",", "{\"Records\": [", "]}"));
    }

    @Test
    void newMailsAreDeliveredWithoutFailures() throws IOException {
        assertThat(handle("a", "b", "c")).isEmpty();
        assertThat(sent).containsExactly("a", "b", "c");
        assertThat(outbox.undelivered("here")).isEmpty();
    }

    @Test
    void aFailedMailIsReportedDoesNotBlockOthersAndNoMailIsSentTwice() throws IOException {
        refused = Optional.of("b");
        assertThat(handle("a", "b", "c")).containsExactly("number of b");
        assertThat(sent).containsExactly("a", "c");
        refused = Optional.empty();
        assertThat(handle("b", "c")).isEmpty();
        assertThat(handle("a", "b", "c")).isEmpty();
        assertThat(sent).containsExactly("a", "c", "b");
    }

    @Test
    void anUnknownMailBlocksNoOthers() throws IOException {
        assertThat(handle("gone", "a")).isEmpty();
        assertThat(sent).containsExactly("a");
    }
}
