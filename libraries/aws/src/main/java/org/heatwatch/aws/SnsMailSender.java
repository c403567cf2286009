package org.heatwatch.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.MailSender;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Publishes mails on topics: text for mailboxes, JSON for queues and everything else. By its attributes a subscription
 * filters: {@code site}, {@code kind}, {@code severity} and {@code confidence} (1 to 3), {@code facility} (all that the
 * mail tells of). What only those who run the watch need goes to a topic of its own.
 */
public final class SnsMailSender implements MailSender {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SnsClient client;
    private final String alertTopic;
    private final String operationsTopic;

    /** The client stays the caller's; topics are named by their ARNs. */
    public SnsMailSender(SnsClient client, String alertTopic, String operationsTopic) {
        this.client = client;
        this.alertTopic = alertTopic;
        this.operationsTopic = operationsTopic;
    }

    @Override
    public void send(Mail mail) {
        String topic = mail.kind() == Kind.OPERATIONS ? operationsTopic : alertTopic;
        try {
            client.publish(request -> request.topicArn(topic)
                    .subject(mail.subject())
                    .messageStructure("json")
                    .message(json(Map.of("default", mail.json(), "email", mail.text())))
                    .messageAttributes(Map.of(
                            "site", text("String", mail.siteId()),
                            "kind", text("String", mail.kind().code()),
                            "severity", text("Number", Integer.toString(mail.severity())),
                            "confidence", text("Number", Integer.toString(mail.confidence())),
                            "facility", text("String.Array", json(mail.subjects())))));
        } catch (SdkException e) {
            throw AwsErrors.of("topic " + topic, e);
        }
    }

    private static MessageAttributeValue text(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private static String json(Object texts) {
        try {
            return MAPPER.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts have a JSON form", e);
        }
    }
}
