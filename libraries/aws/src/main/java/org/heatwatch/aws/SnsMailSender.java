package org.heatwatch.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailSender;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Publishes mails to SNS topics: text for e-mail subscriptions, JSON for all others. Subscriptions can filter by the
 * message attributes {@code site}, {@code kind}, {@code severity} and {@code confidence} (1 to 3), and {@code facility}
 * (all facilities that the mail reports on). Mails for operators go to a topic of their own.
 */
public final class SnsMailSender implements MailSender {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SnsClient client;
    private final String alertTopic;
    private final String operationsTopic;
    private final Optional<URI> dashboard;

    /**
     * Does not close the client. Topics are given by their ARNs.
     *
     * @param dashboard address to which mails link; empty if their readers have none
     */
    public SnsMailSender(SnsClient client, String alertTopic, String operationsTopic, Optional<URI> dashboard) {
        this.client = client;
        this.alertTopic = alertTopic;
        this.operationsTopic = operationsTopic;
        this.dashboard = dashboard;
    }

    @Override
    public void send(Mail mail) {
        String topic = mail.kind() == Kind.OPERATIONS ? operationsTopic : alertTopic;
        try {
            client.publish(request -> request.topicArn(topic)
                    .subject(mail.subject())
                    .messageStructure("json")
                    .message(json(Map.of("default", mail.json(), "email", EmailText.of(mail, dashboard))))
                    .messageAttributes(Map.of(
                            "site", attribute("String", mail.siteId()),
                            "kind", attribute("String", mail.kind().code()),
                            "severity", attribute("Number", Integer.toString(mail.severity())),
                            "confidence", attribute("Number", Integer.toString(mail.confidence())),
                            "facility", attribute("String.Array", json(mail.subjects())))));
        } catch (SdkException e) {
            throw AwsErrors.of("topic " + topic, e);
        }
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private static String json(Object strings) {
        try {
            return MAPPER.writeValueAsString(strings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings have a JSON form", e);
        }
    }
}
