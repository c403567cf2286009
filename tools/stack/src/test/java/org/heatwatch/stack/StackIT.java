package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

/** Tests the resources and filters of the deployed stack. */
@NeedsDocker
final class StackIT {
    /** Resource types that LocalStack does not support; it creates placeholders and reports that. */
    private static final List<String> NOT_MADE_HERE = List.of("AWS::Budgets::Budget");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void everyResourceThatLocalStackSupportsIsCreated() {
        assertThat(SharedWatch.get().stack().resources().values())
                .filteredOn(resource -> String.valueOf(resource.resourceStatusReason())
                        .toLowerCase(Locale.ROOT)
                        .contains("fallback"))
                .extracting(resource -> resource.resourceType())
                .as("unsupported types, which also shows that LocalStack still reports them")
                .containsExactlyElementsOf(NOT_MADE_HERE);
    }

    @Test
    void theSubscriptionDeliversExactlyTheProductsOfTheSites() throws Exception {
        Watch watch = SharedWatch.get();
        SnsClient sns = watch.cloud().sns();
        Map<String, String> deployed = sns.getSubscriptionAttributes(
                        r -> r.subscriptionArn(watch.stack().id("NoticesSubscription")))
                .attributes();
        // A probe with the attributes of the real subscription, on a separate topic.
        String topic = sns.createTopic(r -> r.name("filter-probe")).topicArn();
        Mailbox probe = Mailbox.subscribe(
                watch.cloud(),
                "filter-probe",
                topic,
                Map.of(
                        "FilterPolicyScope", deployed.get("FilterPolicyScope"),
                        "FilterPolicy", deployed.get("FilterPolicy"),
                        "RawMessageDelivery", deployed.get("RawMessageDelivery")));
        List<String> wanted = List.of(
                "LC08_L1TP_116034_20251104_20251104_02_RT",
                "LC08_L1TP_116034_20251104_20251112_02_T1",
                "LC09_L1GT_116034_20251112_20251112_02_T2",
                "LC09_L2SP_116034_20251112_20251114_02_T1",
                "LC08_L1TP_213210_20251105_20251105_02_RT");
        List<String> unwanted = List.of(
                "LE07_L1TP_116034_20251104_20251104_02_T1",
                "LC08_L2SR_116034_20251104_20251104_02_T1",
                "LC08_L1TP_116033_20251104_20251104_02_T1",
                "LC08_L1TP_117034_20251104_20251104_02_T1",
                "LO08_L1TP_116034_20251104_20251104_02_T1",
                "LC08_L1TP_1160341_0251104_20251104_02_T1");
        Stream.concat(unwanted.stream(), wanted.stream())
                .forEach(id ->
                        sns.publish(r -> r.topicArn(topic).message(Watch.notification(id, "somewhere/" + id + "/"))));
        sns.publish(r -> r.topicArn(topic).message("not JSON"));
        sns.publish(r -> r.topicArn(topic).message("{\"other\": \"LC08_L1TP_116034_20251104_20251104_02_RT\"}"));
        Eventually.holds(
                "the wanted ones arrive", PATIENCE, () -> probe.messages().size() >= wanted.size());
        assertThat(probe.messages())
                .extracting(mail -> mail.path("landsat_product_id").asText())
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void preflightRequestsAreAnsweredWithoutInvokingAFunction() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("OPTIONS", "/collections");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("GET,HEAD,POST,OPTIONS");
    }

    private static HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        Watch watch = SharedWatch.get();
        URI address = URI.create("%s/_aws/execute-api/%s/v1%s"
                .formatted(watch.cloud().endpoint(), watch.stack().id("Api"), path));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void outputsHaveTheValuesThatOperatorsNeed() {
        Watch watch = SharedWatch.get();
        assertThat(new TreeSet<>(List.of(
                                "ApiUrl",
                                "AlertTopicArn",
                                "OperationsTopicArn",
                                "TableName",
                                "ClipsBucketName",
                                "BackfillQueueUrl")
                        .stream()
                        .map(watch.stack()::output)
                        .collect(Collectors.toSet())))
                .hasSize(6)
                .noneMatch(String::isBlank);
    }
}
