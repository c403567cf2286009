package org.heatwatch.functions.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heatwatch.announce.Kind;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.Invocation;
import org.heatwatch.aws.MailKey;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailDispatcher.Delivery;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.SentMail;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Sends the mails that the alert topic announces as HTML with a picture, each to all recipients. A message of the topic
 * only names a mail; its text is read from the outbox. Neither the outbox nor the delivery through the topic depends on
 * this function. A message may be delivered twice, and its mail is then sent twice.
 */
public final class MailHandler implements RequestStreamHandler {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Outbox outbox;
    private final PassPicture pictures;
    private final SesMailSender sender;
    private final EventLog log;
    private final Supplier<SelfTest> selfTest;

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE}, {@code HTML_MAIL_FROM},
     * {@code HTML_MAIL_TO} and {@code DASHBOARD_URL}.
     */
    public MailHandler() {
        this(ApplicationContext.ofProcess(), System.getenv());
    }

    private MailHandler(ApplicationContext context, Map<String, String> settings) {
        this(
                context.outbox(),
                new PassPicture(context.ledger(), context.outbox(), context.histories()),
                new SesMailSender(
                        SesMailSender.client(Region.of(setting(settings, "AWS_REGION")))
                                .build(),
                        MailAddresses.of(setting(settings, "HTML_MAIL_FROM"), setting(settings, "HTML_MAIL_TO")),
                        Optional.ofNullable(settings.get("DASHBOARD_URL"))
                                .filter(address -> !address.isBlank())
                                .map(URI::create),
                        InstantSource.system()),
                context.log(),
                context::selfTest);
    }

    MailHandler(Outbox outbox, PassPicture pictures, SesMailSender sender, EventLog log, Supplier<SelfTest> selfTest) {
        this.outbox = outbox;
        this.pictures = pictures;
        this.sender = sender;
        this.log = log;
        this.selfTest = selfTest;
    }

    private static String setting(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException("environment variable " + name + " is not set"));
    }

    /** Sends the mails of a batch, or answers a {@link SelfTest}. */
    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        Optional<Invocation> invocation = Invocation.read(input, output, this::selfTest, log);
        if (invocation.isPresent()) {
            invocation.get().answer(SQSEvent.class, this::process);
        }
    }

    private SelfTest selfTest() {
        return selfTest.get().with("mail", () -> {
            Mail mail = new Mail(
                    "self-test",
                    Kind.DIGEST,
                    "none",
                    LocalDate.EPOCH,
                    "Self-test",
                    "Self-test\n",
                    "{}",
                    1,
                    1,
                    List.of());
            int bytes = sender.message(mail, Optional.empty()).length;
            return "a mail to %d recipients can be composed (%d bytes); SES was not asked"
                    .formatted(sender.recipients(), bytes);
        });
    }

    private SQSBatchResponse process(SQSEvent event) {
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> !isDone(String.valueOf(message.getBody())))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private boolean isDone(String body) {
        Optional<MailKey> mail = key(body);
        if (mail.isEmpty()) {
            log.write(new Event.MailRequestRefused(body, "names no mail"));
            return false;
        }
        try {
            log.write(new Event.Delivered(mail.get(), send(mail.get())));
            return true;
        } catch (RuntimeException e) {
            log.write(new Event.MailFailed(mail.get(), e));
            return false;
        }
    }

    private Delivery send(MailKey key) {
        Optional<Mail> mail = outbox.mail(key.siteId(), key.kind(), key.run()).map(SentMail::mail);
        mail.ifPresent(found -> sender.send(found, picture(key, found)));
        return mail.isPresent() ? Delivery.DELIVERED : Delivery.UNKNOWN;
    }

    /** A mail without its picture is better than none, unless a later attempt may succeed. */
    private Optional<byte[]> picture(MailKey key, Mail mail) {
        try {
            return pictures.of(mail);
        } catch (RuntimeException e) {
            if (e instanceof HeatWatchException known && known.retryHelps()) {
                throw e;
            }
            log.write(new Event.PictureFailed(key, e));
            return Optional.empty();
        }
    }

    /** The mail that a message names; empty if it names none. */
    private static Optional<MailKey> key(String body) {
        try {
            JsonNode message = MAPPER.readTree(body);
            String site = message.path("site").asText();
            String run = message.path("run").asText();
            return site.isEmpty() || run.isEmpty()
                    ? Optional.empty()
                    : MailKey.of(site, message.path("kind").asText(), run);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
