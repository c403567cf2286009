package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heatwatch.announce.Kind;
import org.heatwatch.golden.Golden;
import org.heatwatch.mail.Mail;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Pins messages and attributes of the topics; the JSON of mails is pinned by the tests of its writer. */
final class SnsMessageGoldenTest {
    private static final String ALERTS = "arn:aws:sns:us-west-2:111122223333:alerts";
    private static final String OPERATIONS = "arn:aws:sns:us-west-2:111122223333:operations";

    private final Map<String, Object> published = new TreeMap<>();
    private String kind = "";

    /** Records each message without sending it. */
    private final class Keeping implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            PublishRequest request = (PublishRequest) context.request();
            published.put(kind, message(request));
            throw new Kept();
        }
    }

    private static final class Kept extends Error {
        private static final long serialVersionUID = 1;
    }

    private static Map<String, Object> message(PublishRequest request) {
        Map<String, Object> attributes = new TreeMap<>();
        request.messageAttributes()
                .forEach((name, value) ->
                        attributes.put(name, Map.of("type", value.dataType(), "value", value.stringValue())));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("topic", request.topicArn());
        message.put("subject", request.subject());
        message.put("structure", request.messageStructure());
        try {
            message.put("message", new ObjectMapper().readTree(request.message()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        message.put("attributes", attributes);
        return message;
    }

    @Test
    void theMessageOfEveryKindOfMailIsUnchanged() {
        SnsClient client = SnsClient.builder()
                .region(Region.US_WEST_2)
                .endpointOverride(URI.create("http://127.0.0.1:9"))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(overrides -> overrides.addExecutionInterceptor(new Keeping()))
                .build();
        SnsMailSender sender = new SnsMailSender(client, ALERTS, OPERATIONS, Optional.empty());
        for (Kind one : Kind.values()) {
            kind = one.code();
            Mail mail = new Mail(
                    "here",
                    one,
                    "run-1",
                    LocalDate.of(2025, 11, 4),
                    "Here: the subject",
                    "The text\n",
                    "{\"the\": \"json\"}",
                    3,
                    2,
                    List.of("factory-1", "place-1"));
            assertThatThrownBy(() -> sender.send(mail)).isInstanceOf(Kept.class);
        }
        Golden.file("sns/messages.json").holdsIn(published);
    }
}
