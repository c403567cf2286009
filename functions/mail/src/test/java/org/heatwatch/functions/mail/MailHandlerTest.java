package org.heatwatch.functions.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.api.KnownSite;
import org.heatwatch.api.Sources;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.PartKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages in the form in which SQS delivers those of the alert topic. */
final class MailHandlerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2013, 8, 1);

    private final Sources sources =
            new KnownSite("here", "Factory", 3).publish(12).sources();
    private final SesStandIn ses = new SesStandIn();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    @BeforeEach
    void mailsWithAndWithoutPassAreInTheOutbox() {
        Outbox outbox = sources.outbox();
        outbox.announce(
                "here",
                outbox.lastRun("here"),
                new ScoringRun(1, DAY, DAY, "run-a"),
                outbox.manifest("here").orElseThrow(),
                List.of(),
                List.of(
                        mail(Kind.ACTIVITY, "run-a", "{\"acquisition\": \"LC08_116034_20130425\"}"),
                        mail(Kind.STALE, "run-a", "{\"acquisition\": null}"),
                        mail(Kind.REVISION, "run-a", "{\"acquisition\": \"LC08_116034_20250425\"}")));
    }

    @AfterEach
    void stop() {
        ses.close();
    }

    private static Mail mail(Kind kind, String run, String json) {
        return new Mail(
                "here", kind, run, DAY, "SIMULATED Kaesong: Amos ON", HtmlMailTest.TEXT, json, 3, 3, List.of("amos"));
    }

    private MailHandler handler(HistoryStore histories) {
        return new MailHandler(
                sources.outbox(),
                new PassPicture(sources.ledger(), sources.outbox(), histories),
                new SesMailSender(
                        ses.client(),
                        MailAddresses.of("watch@heat.example", "a@example.org,b@example.net"),
                        Optional.empty(),
                        InstantSource.system()),
                new EventLog(
                        new PrintStream(lines, true, StandardCharsets.UTF_8),
                        InstantSource.system(),
                        () -> "heatwatch"),
                SelfTest::new);
    }

    private JsonNode handle(HistoryStore histories, String event) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        handler(histories)
                .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, null);
        return MAPPER.readTree(output.toByteArray());
    }

    private List<String> failures(HistoryStore histories, String... bodies) throws IOException {
        List<Map<String, String>> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(Map.of("messageId", "message " + records.size(), "body", body));
        }
        return handle(histories, MAPPER.writeValueAsString(Map.of("Records", records)))
                .path("batchItemFailures")
                .findValuesAsText("itemIdentifier");
    }

    private static String message(String kind) {
        return "{\"site\": \"here\", \"kind\": \"%s\", \"run\": \"run-a\", \"headline\": \"not used\"}".formatted(kind);
    }

    private String logged() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aMailIsSentOnceToAllRecipientsWithTheHeatMapOfItsPass() throws IOException, MessagingException {
        assertThat(failures(sources.histories(), message("activity"))).isEmpty();
        assertThat(ses.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .containsEntry("Action", "SendRawEmail")
                        .containsEntry("Source", "watch@heat.example")
                        .containsEntry("Destinations.member.1", "a@example.org")
                        .containsEntry("Destinations.member.2", "b@example.net"));
        MailParts parts = MailParts.of(ses.message(0));
        assertThat(parts.message().getSubject()).isEqualTo("SIMULATED Kaesong: Amos ON");
        assertThat(parts.pictures()).hasSize(1);
        assertThat(ImageIO.read(new ByteArrayInputStream(parts.pictures().getFirst()))
                        .getWidth())
                .isEqualTo(PassPicture.WIDTH);
        assertThat(logged()).contains("\"outcome\":\"DELIVERED\"", "\"run\":\"run-a\"");
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.write(folder.resolve("activity.eml"), ses.message(0));
        Files.writeString(
                folder.resolve("activity.html"), parts.html().replace("cid:heatmap@heatwatch", "heatmap.png"));
        Files.write(folder.resolve("heatmap.png"), parts.pictures().getFirst());
    }

    @Test
    void aMailWithoutPassOrWhosePassIsNotPublishedHasNoPicture() throws IOException, MessagingException {
        assertThat(failures(sources.histories(), message("stale"), message("revision")))
                .isEmpty();
        assertThat(MailParts.of(ses.message(0)).pictures()).isEmpty();
        assertThat(MailParts.of(ses.message(1)).pictures()).isEmpty();
    }

    @Test
    void aMailWhosePartsAreGoneIsSentWithoutPicture() throws IOException, MessagingException {
        assertThat(failures(HistoryStores.inMemory(), message("activity"))).isEmpty();
        assertThat(MailParts.of(ses.message(0)).pictures()).isEmpty();
        assertThat(logged()).contains("\"outcome\":\"without-picture\"", "\"outcome\":\"DELIVERED\"");
    }

    @Test
    void aStoreThatDoesNotAnswerDelaysTheMail() throws IOException {
        HistoryStore silent = new HistoryStore() {
            @Override
            public void put(String siteId, Map<PartKey, byte[]> parts) {
                throw new UnsupportedOperationException(siteId);
            }

            @Override
            public Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys) {
                throw new SourceUnavailable("table", "no answer", "try again later");
            }
        };
        assertThat(failures(silent, message("activity"))).containsExactly("message 0");
        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void aRejectedMailIsReportedAndTheLogSaysWhatToDo() throws IOException {
        ses.reject();
        assertThat(failures(sources.histories(), message("stale"))).containsExactly("message 0");
        assertThat(logged()).contains("Email address is not verified.", "verify the sender in SES");
    }

    @Test
    void aMailThatIsNotStoredBlocksNothingAndAMessageThatNamesNoneIsKept() throws IOException {
        String gone = "{\"site\": \"here\", \"kind\": \"activity\", \"run\": \"run-z\"}";
        assertThat(failures(sources.histories(), gone, "not JSON", "{\"site\": \"here\"}", "[]", message("surprise")))
                .containsExactly("message 1", "message 2", "message 3", "message 4");
        assertThat(ses.requests()).isEmpty();
        assertThat(logged()).contains("\"outcome\":\"UNKNOWN\"", "\"outcome\":\"refused\"");
    }

    @Test
    void theSelfTestComposesAMailButSendsNone() throws IOException {
        JsonNode answer = handle(sources.histories(), "{\"selfTest\": true}");
        assertThat(answer.path("selfTest").asText()).isEqualTo("passed");
        assertThat(answer.at("/checks/mail").asText()).startsWith("a mail to 2 recipients can be composed");
        assertThat(ses.requests()).isEmpty();
    }
}
