package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests the resources and filters of the deployed stack. */
@NeedsDocker
final class StackIT {
    /** Resource types that LocalStack does not support; it creates placeholders and reports that. */
    private static final List<String> NOT_MADE_HERE =
            List.of("AWS::Budgets::Budget", "AWS::CloudWatch::Dashboard", "AWS::Logs::QueryDefinition");

    @Test
    void everyResourceThatLocalStackSupportsIsCreated() {
        assertThat(SharedWatch.get().stack().resources().values().stream()
                        .filter(resource -> String.valueOf(resource.resourceStatusReason())
                                .toLowerCase(Locale.ROOT)
                                .contains("fallback"))
                        .map(resource -> resource.resourceType())
                        .distinct()
                        .sorted())
                .as("unsupported types, which also shows that LocalStack still reports them")
                .containsExactlyElementsOf(NOT_MADE_HERE);
    }

    @Test
    void theSubscriptionHasNoFilter() {
        Watch watch = SharedWatch.get();
        Map<String, String> deployed = watch.cloud()
                .sns()
                .getSubscriptionAttributes(r -> r.subscriptionArn(watch.stack().id("NoticesSubscription")))
                .attributes();
        assertThat(deployed).containsEntry("RawMessageDelivery", "true").doesNotContainKey("FilterPolicy");
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
