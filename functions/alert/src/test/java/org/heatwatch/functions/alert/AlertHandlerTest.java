package org.heatwatch.functions.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.aws.EventLog;
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

    private List<String> handle(String... keys) {
        AlertHandler handler = new AlertHandler(
                new MailDispatcher(
                        outbox,
                        mail -> {
                            if (refused.equals(Optional.of(mail.run()))) {
                                throw new SourceUnavailable("topic", "no answer", "try again");
                            }
                            sent.add(mail.run());
                        },
                        () -> DAY.atStartOfDay().toInstant(ZoneOffset.UTC)),
                new EventLog(System.out, InstantSource.system(), () -> "heatwatch"));
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(Arrays.stream(keys).map(AlertHandlerTest::record).toList());
        return handler.handleRequest(event, null).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static DynamodbStreamRecord record(String key) {
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setDynamodb(new StreamRecord()
                .withSequenceNumber("number of " + key)
                .withKeys(Map.of(
                        "pk", new AttributeValue("mail#here"),
                        "sk", new AttributeValue("activity#" + key))));
        return record;
    }

    @Test
    void newMailsAreDeliveredWithoutFailures() {
        assertThat(handle("a", "b", "c")).isEmpty();
        assertThat(sent).containsExactly("a", "b", "c");
        assertThat(outbox.undelivered("here")).isEmpty();
    }

    @Test
    void aFailedMailIsReportedDoesNotBlockOthersAndNoMailIsSentTwice() {
        refused = Optional.of("b");
        assertThat(handle("a", "b", "c")).containsExactly("number of b");
        assertThat(sent).containsExactly("a", "c");
        refused = Optional.empty();
        assertThat(handle("b", "c")).isEmpty();
        assertThat(handle("a", "b", "c")).isEmpty();
        assertThat(sent).containsExactly("a", "c", "b");
    }

    @Test
    void anUnknownMailBlocksNoOthers() {
        assertThat(handle("gone", "a")).isEmpty();
        assertThat(sent).containsExactly("a");
    }
}
