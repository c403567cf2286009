package org.heatwatch.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue that is subscribed to a topic, and collects its messages. */
final class Mailbox {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SqsClient sqs;
    private final String url;
    private final List<JsonNode> bodies = new ArrayList<>();

    private Mailbox(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    /** A mailbox over a queue that is already subscribed. */
    static Mailbox of(SqsClient sqs, String url) {
        return new Mailbox(sqs, url);
    }

    /** @param attributes attributes of the subscription, such as its filter */
    static Mailbox subscribe(LocalCloud cloud, String name, String topicArn, Map<String, String> attributes) {
        SqsClient sqs = cloud.sqs();
        SnsClient sns = cloud.sns();
        String url = sqs.createQueue(r -> r.queueName(name)).queueUrl();
        String arn = sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sns.subscribe(r -> r.topicArn(topicArn).protocol("sqs").endpoint(arn).attributes(attributes));
        return new Mailbox(sqs, url);
    }

    /** The bodies of all messages received so far, in the order of their receipt. */
    List<JsonNode> messages() {
        while (true) {
            List<Message> messages = sqs.receiveMessage(
                            r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages();
            if (messages.isEmpty()) {
                return List.copyOf(bodies);
            }
            for (Message message : messages) {
                bodies.add(json(message.body()));
                sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        }
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }
}
