package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.api.KnownSite;
import org.heatwatch.api.Sources;
import org.heatwatch.mail.Mail;
import org.heatwatch.publication.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deploys a stack that sends HTML mail, with the SES of LocalStack. Saves the mail below {@code target/mails}. */
@NeedsDocker
final class HtmlMailIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STACK = "heatwatch-html";
    private static final String SENDER = "watch@heat.example";
    private static final String SITE = "here";
    private static final LocalDate DAY = LocalDate.of(2013, 7, 22);
    private static final String TEXT =
            "Factory 1 is ON.\n\nCHANGES, the warmest first\n1. Factory 1: ON <since> today\n";

    private static Watch watch;

    @BeforeAll
    static void deploy() throws InterruptedException {
        LocalCloud cloud = SharedCloud.get();
        cloud.ses(SENDER, LocalCloud.REGION.id());
        watch = Watch.begin(
                cloud,
                STACK,
                Repository.text("template.yaml"),
                Map.of("HtmlMailFrom", SENDER, "HtmlMailTo", "reports@example.org,editor@example.net"));
    }

    /** Stores a publication with a mail about its first pass, and a mail to operators, as score does. */
    private static void announce() {
        Sources known = new KnownSite(SITE, "Factory", 3).publish(12).sources();
        watch.ledger().putSite(known.ledger().site(SITE).orElseThrow());
        Manifest manifest = known.outbox().manifest(SITE).orElseThrow();
        watch.histories().put(SITE, known.histories().get(SITE, manifest.parts()));
        watch.outbox()
                .announce(
                        SITE,
                        Optional.empty(),
                        new ScoringRun(1, DAY, DAY, manifest.run()),
                        manifest,
                        List.of(),
                        List.of(mail(Kind.ACTIVITY, manifest.run()), mail(Kind.OPERATIONS, manifest.run())));
    }

    private static Mail mail(Kind kind, String run) {
        String json = "{\"site\": \"%s\", \"kind\": \"%s\", \"run\": \"%s\", \"acquisition\": \"LC08_116034_20130425\"}"
                .formatted(SITE, kind.code(), run);
        return new Mail(SITE, kind, run, DAY, kind + " of Factory 1", TEXT, json, 3, 3, List.of("factory-1"));
    }

    /** The mails that LocalStack's SES has sent for the sender. */
    private static List<JsonNode> sent() {
        List<JsonNode> sent = new ArrayList<>();
        Mailbox.json(watch.cloud().get("/_aws/ses?email=" + SENDER))
                .path("messages")
                .forEach(sent::add);
        return sent;
    }

    private static List<BodyPart> leaves(Multipart multipart) throws MessagingException, IOException {
        List<BodyPart> leaves = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            leaves.addAll(part.getContent() instanceof Multipart inner ? leaves(inner) : List.of(part));
        }
        return leaves;
    }

    @Test
    void aMailOfTheOutboxReachesSesAsHtmlWithItsPictureAndOperatorsGetNone()
            throws MessagingException, IOException, InterruptedException {
        announce();
        Eventually.holds("the mail is sent", PATIENCE, () -> !sent().isEmpty());
        Eventually.holds(
                "both mails are delivered to their topics",
                PATIENCE,
                () -> watch.outbox().undelivered(SITE).isEmpty());
        Eventually.holds("no message waits", PATIENCE, () -> watch.messages("MailQueueUrl") == 0);
        assertThat(sent()).hasSize(1);
        // LocalStack does not keep the recipients of raw mails.
        byte[] raw = sent().getFirst().path("RawData").asText().getBytes(StandardCharsets.UTF_8);
        Path folder = Files.createDirectories(Repository.file("tools/stack/target/mails"));
        Files.write(folder.resolve("activity.eml"), raw);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        assertThat(message.getSubject()).isEqualTo("ACTIVITY of Factory 1");
        assertThat(message.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("Heat Watch <" + SENDER + ">");
        List<BodyPart> parts = leaves((Multipart) message.getContent());
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0).getContent().toString()).startsWith("Factory 1 is ON.");
        assertThat(parts.get(1).getContent().toString())
                .contains("<h1>Factory 1 is ON.</h1>", "ON &lt;since&gt; today", "src=\"cid:");
        try (InputStream picture = parts.get(2).getInputStream()) {
            assertThat(ImageIO.read(picture).getWidth()).isEqualTo(1400);
        }
    }

    @Test
    void doctorRequestsTheSelfTestOfTheMailFunction() throws IOException, InterruptedException {
        CommandLine doctor = CommandLine.run(
                Map.of(
                        "AWS_ENDPOINT_URL", watch.cloud().endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test"),
                "",
                "doctor",
                "--stack",
                STACK);
        assertThat(doctor.out()).containsPattern("ok +mail .*a mail to 2 recipients can be composed");
    }
}
