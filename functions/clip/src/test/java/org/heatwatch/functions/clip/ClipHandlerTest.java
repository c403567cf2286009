package org.heatwatch.functions.clip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.heatwatch.functions.clip.FolderArchive.notification;
import static org.heatwatch.functions.clip.FolderArchive.sample;
import static org.heatwatch.functions.clip.LocalIntake.message;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heatwatch.aws.SqsNotificationSender;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClipHandlerTest {
    private static final String RT = "LC08_L1TP_116034_20251104_20251104_02_RT";
    private static final String T1 = "LC08_L1TP_116034_20251104_20251118_02_T1";
    private static final String L2 = "LC08_L2SP_116034_20251104_20251119_02_T1";

    /** Announced, but not in the archive. */
    private static final ProductId LATE =
            ProductId.parse(FolderArchive.realTime(LocalDate.of(2025, 11, 20)).id());

    @TempDir
    private static Path bucket;

    @TempDir
    private static Path otherBucket;

    private static FolderArchive archive;
    private static ProductId truncated;
    private static ProductId withoutMetadata;
    private static ProductId removed;
    private static ProductId successor;

    @BeforeAll
    static void publish() throws IOException {
        archive = new FolderArchive(bucket).withTheSamples();
        truncated = archive.publishTruncated(FolderArchive.tierOne(LocalDate.of(2025, 10, 3)));
        withoutMetadata = archive.publishWithoutMetadata(FolderArchive.tierOne(LocalDate.of(2025, 9, 17)));
        removed = ProductId.parse(
                FolderArchive.realTime(LocalDate.of(2025, 10, 19)).id());
        successor = archive.publish(FolderArchive.tierOne(LocalDate.of(2025, 10, 19)));
    }

    private LocalIntake world;

    @BeforeEach
    void begin() {
        world = LocalIntake.watching(archive);
    }

    @Test
    void theJsonOfAQueueIsReadAndAnsweredInItsForm() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        world.handler().handleRequest(new ByteArrayInputStream("""
                {"Records": [{"messageId": "one", "receiptHandle": "handle", "body": "not JSON", "md5OfBody": "0",
                 "attributes": {"ApproximateReceiveCount": "5", "SentTimestamp": "1762246800000"},
                 "messageAttributes": {"origin": {"stringValue": "reconcile", "stringListValues": [],
                 "binaryListValues": [], "dataType": "String"}}, "eventSource": "aws:sqs",
                 "eventSourceARN": "arn:aws:sqs:us-west-2:111122223333:notices", "awsRegion": "us-west-2"}]}
                """.getBytes(UTF_8)), output, null);
        assertThat(output.toString(UTF_8)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"one\"}]}");
        assertThat(world.takeOutcomes())
                .as("the first delivery was counted, and this is the fifth")
                .isEmpty();
    }

    @Test
    void aBatchReportsExactlyTheMessagesToRedeliver() throws JsonProcessingException {
        List<String> failures = world.handle(
                message("not JSON", sample("not-json.txt")),
                message("not there yet", notification(LATE)),
                message("other bucket", sample("bucket-not-allowed.json")),
                message("truncated", notification(truncated)),
                message("without metadata", notification(withoutMetadata)),
                message("good", sample("raw-l1tp-t1.json")),
                message("duplicate", sample("raw-l1tp-t1.json")),
                message("enveloped, and worse", sample("enveloped-l1tp-rt.json")),
                message("other sensor", sample("other-sensor-landsat7.json")),
                message("other path", sample("other-scene-117034.json")),
                message("no thermal band", sample("other-level-l2sr.json")),
                message("removed", notification(removed)),
                message("better", sample("raw-l2sp-t1.json")));
        assertThat(failures)
                .containsExactly("not JSON", "not there yet", "other bucket", "truncated", "without metadata");
        assertThat(world.takeOutcomes())
                .containsExactly(
                        "refused",
                        "retry",
                        "refused",
                        "retry",
                        "retry",
                        "recorded",
                        "recorded",
                        "superseded",
                        "not-ours",
                        "not-ours",
                        "not-ours",
                        "superseded",
                        "recorded");
        assertThat(world.scenes()).containsExactly(L2);
        assertThat(world.recorded())
                .isEqualTo(Map.of(
                        RT,
                        "Superseded",
                        T1,
                        "Superseded",
                        L2,
                        "Recorded",
                        removed.id(),
                        "Superseded",
                        "LC08_L2SR_116034_20251104_20251119_02_T1",
                        "NotOurs"));
        assertThat(world.clips().keySet())
                .containsExactly("clips/here/2025-11-04/" + T1 + "-1.tif", "clips/here/2025-11-04/" + L2 + "-1.tif");
        assertThat(world.requestedSites()).isNotEmpty().containsOnly("here");
    }

    @Test
    void aLineHasProductSiteAndReason() throws JsonProcessingException {
        world.handle(
                message("1", notification(LATE)),
                message("2", notification(removed)),
                message("3", sample("wrong-keys.json")));
        List<JsonNode> lines = world.takeLines();
        assertThat(lines).hasSize(3);
        assertThat(members(lines.get(0), "product", "site", "error"))
                .containsExactly(LATE.id(), "here", "ProductMissing");
        assertThat(lines.get(0).path("reason").asText()).contains("does not exist");
        assertThat(lines.get(0).has("trace")).isFalse();
        assertThat(members(lines.get(1), "product", "site", "by"))
                .containsExactly(removed.id(), "here", successor.id());
        assertThat(lines.get(2).path("reason").asText()).startsWith("message: no landsat_product_id;");
    }

    private static List<String> members(JsonNode line, String... names) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            values.add(line.path(name).asText());
        }
        return values;
    }

    @Test
    void theSampleBatchIsDoneExceptForItsLastMessage() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        List<SQSMessage> messages = new ArrayList<>();
        for (JsonNode record : mapper.readTree(sample("sqs-batch.json")).path("Records")) {
            SQSMessage message = message(
                    record.path("messageId").asText(), record.path("body").asText());
            message.setAttributes(
                    mapper.convertValue(record.path("attributes"), new TypeReference<Map<String, String>>() {}));
            messages.add(message);
        }
        assertThat(world.handle(messages.toArray(SQSMessage[]::new)))
                .containsExactly("00000000-0000-0000-0000-000000000004");
        assertThat(world.takeOutcomes()).containsExactly("recorded", "recorded", "recorded", "refused");
        assertThat(world.scenes()).containsExactly(L2);
        assertThat(world.lastNotification()).contains(Instant.ofEpochMilli(1_762_246_303_319L));
    }

    @Test
    void aProductThatIsNotYetInTheArchiveIsRecordedAtALaterDelivery() throws JsonProcessingException {
        FolderArchive growing = new FolderArchive(otherBucket);
        LocalIntake waiting = LocalIntake.watching(growing);
        assertThat(waiting.handle(message("late", notification(LATE), 1))).containsExactly("late");
        assertThat(waiting.recorded()).isEmpty();
        growing.publish(FolderArchive.realTime(LATE.acquired()));
        assertThat(waiting.handle(message("late", notification(LATE), 2))).isEmpty();
        assertThat(waiting.scenes()).containsExactly(LATE.id());
        assertThat(waiting.takeOutcomes()).containsExactly("retry", "recorded");
    }

    @Test
    void aFailureAtTheLastDeliveryIsReportedSoThatItReachesTheDeadLetterQueue() throws JsonProcessingException {
        for (int delivery = 1; delivery < LocalIntake.MAX_RECEIVE_COUNT; delivery++) {
            assertThat(world.handle(
                            message("late", notification(LATE), delivery),
                            message("cut", notification(truncated), delivery)))
                    .containsExactly("late", "cut");
            assertThat(world.takeOutcomes()).containsExactly("retry", "retry");
        }
        assertThat(world.recorded()).isEmpty();
        assertThat(world.handle(
                        message("late", notification(LATE), LocalIntake.MAX_RECEIVE_COUNT),
                        message("cut", notification(truncated), LocalIntake.MAX_RECEIVE_COUNT)))
                .containsExactly("late", "cut");
        assertThat(world.takeOutcomes()).containsExactly("failed", "failed");
        assertThat(world.recorded()).isEqualTo(Map.of(truncated.id(), "Unreadable"));
        assertThat(world.scenes()).isEmpty();
    }

    @Test
    void aRefusedMessageFailsAtEachDeliveryAndIsReportedAtTheFirst() throws JsonProcessingException {
        for (int delivery = 1; delivery <= LocalIntake.MAX_RECEIVE_COUNT; delivery++) {
            assertThat(world.handle(message("odd", sample("prefix-of-another-product.json"), delivery)))
                    .containsExactly("odd");
        }
        assertThat(world.takeOutcomes()).containsExactly("refused");
        assertThat(world.recorded()).isEmpty();
    }

    @Test
    void aDuplicateOfAMessageWhoseScoringRequestWasLostRequestsScoring() throws JsonProcessingException {
        world.failRequests(true);
        assertThat(world.handle(message("first", sample("raw-l1tp-t1.json")))).containsExactly("first");
        assertThat(world.scenes()).containsExactly(T1);
        assertThat(world.takeOutcomes()).containsExactly("retry");
        world.failRequests(false);
        assertThat(world.handle(message("first", sample("raw-l1tp-t1.json"), 2)))
                .isEmpty();
        assertThat(world.requestedSites()).containsExactly("here");
    }

    @Test
    void withoutSitesNoProductIsOursAndAMalformedMessageIsRefused() throws JsonProcessingException {
        LocalIntake empty = new LocalIntake(archive);
        assertThat(empty.handle(
                        message("one", sample("raw-l1tp-t1.json")),
                        message("two", sample("not-json.txt")),
                        message("three", sample("other-scene-117034.json"))))
                .containsExactly("two");
        assertThat(empty.takeOutcomes()).containsExactly("not-ours", "refused", "not-ours");
    }

    @Test
    void anUnexpectedFailureDoesNotAffectOtherMessages() throws JsonProcessingException {
        SQSMessage withoutBody = new SQSMessage();
        withoutBody.setMessageId("no body");
        SQSMessage oddCount = message("odd count", sample("raw-l1tp-t1.json"));
        oddCount.setAttributes(Map.of("ApproximateReceiveCount", "many"));
        assertThat(world.handle(
                        message("before", sample("raw-l1tp-rt.json")),
                        withoutBody,
                        oddCount,
                        message("after", sample("raw-l2sp-t1.json"))))
                .containsExactly("no body", "odd count");
        assertThat(world.scenes()).containsExactly(L2);
        List<JsonNode> lines = world.takeLines();
        assertThat(lines)
                .extracting(line -> line.path("outcome").asText())
                .containsExactly("recorded", "failed", "failed", "recorded");
        assertThat(members(lines.get(2), "message", "error")).containsExactly("odd count", "NumberFormatException");
        assertThat(lines.get(2).path("trace").asText()).contains("ClipHandler");
    }

    @Test
    void aMessageWithoutAttributesCountsAsTheFirstDelivery() throws JsonProcessingException {
        SQSMessage bare = new SQSMessage();
        bare.setMessageId("bare");
        bare.setBody(notification(truncated));
        assertThat(world.handle(bare)).containsExactly("bare");
        assertThat(world.takeOutcomes()).containsExactly("retry");
        assertThat(world.recorded()).isEmpty();
        assertThat(world.lastNotification()).isEmpty();
    }

    @Test
    void onlyNotificationsFromUsgsForAMonitoredSiteAreRecordedAsReceived() {
        SQSMessage ours = sent("raw-l1tp-t1.json", Instant.parse("2025-11-20T05:40:00Z"));
        ours.setMessageAttributes(Map.of(SqsNotificationSender.ORIGIN, new MessageAttribute()));
        assertThat(world.handle(ours)).isEmpty();
        assertThat(world.handle(sent("other-scene-117034.json", Instant.parse("2025-11-19T00:00:00Z"))))
                .isEmpty();
        assertThat(world.lastNotification()).isEmpty();
        Instant latest = Instant.parse("2025-11-18T10:00:00Z");
        world.handle(sent("raw-l1tp-t1.json", latest));
        world.handle(sent("raw-l1tp-rt.json", Instant.parse("2025-11-04T08:51:43Z")));
        assertThat(world.lastNotification()).contains(latest);
    }

    @Test
    void aForwardedNotificationCountsAsReceivedWhenUsgsSentIt() {
        SQSMessage forwarded = sent("raw-l1tp-t1.json", Instant.parse("2025-11-20T05:40:00Z"));
        Instant announced = Instant.parse("2025-11-18T10:00:00Z");
        MessageAttribute at = new MessageAttribute();
        at.setStringValue(Long.toString(announced.toEpochMilli()));
        forwarded.setMessageAttributes(
                Map.of(SqsNotificationSender.ORIGIN, new MessageAttribute(), SqsNotificationSender.ANNOUNCED_AT, at));
        assertThat(world.handle(forwarded)).isEmpty();
        assertThat(world.lastNotification()).contains(announced);
    }

    private static SQSMessage sent(String sample, Instant at) {
        SQSMessage message = message(sample, sample(sample));
        message.getAttributes().put("SentTimestamp", Long.toString(at.toEpochMilli()));
        return message;
    }

    @Test
    void aProductIsRecordedForEverySiteWithItsPathAndRow() throws JsonProcessingException {
        world.watch("there");
        assertThat(world.handle(message("both", sample("raw-l1tp-t1.json")))).isEmpty();
        assertThat(world.takeLines())
                .extracting(line -> line.path("site").asText())
                .containsExactly("here", "there");
        ProductId product = ProductId.parse(T1);
        assertThat(List.of("here", "there"))
                .allSatisfy(site -> assertThat(world.ledger().intake(site, product))
                        .hasValueSatisfying(
                                record -> assertThat(record.outcome()).isInstanceOf(IntakeOutcome.Recorded.class)));
        assertThat(world.requestedSites()).containsExactly("here", "there");
    }
}
