package org.heatwatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.cli.stack.RemoteStack.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Requests as a deployed API receives them. */
final class StackProxyTest {
    private static final Access SIGNED = Access.signed(
            Region.US_WEST_2, StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));

    private final AtomicReference<Request> heard = new AtomicReference<>();
    private LocalServer deployed;

    @BeforeEach
    void start() throws IOException {
        deployed = LocalServer.start(InetAddress.getLoopbackAddress(), 0, request -> {
            heard.set(request);
            return new Response(
                    200,
                    Map.of("Content-Type", "text/plain", "ETag", "\"t\"", "x-amzn-RequestId", "1"),
                    "answer".getBytes(StandardCharsets.UTF_8));
        });
    }

    @AfterEach
    void stop() {
        deployed.close();
    }

    private Response ask(Access access, String method, Map<String, String> headers, String body) {
        try (StackProxy proxy = new StackProxy(URI.create(deployed.address() + "v1"), access)) {
            return proxy.answer(new Request(
                    method,
                    "/collections/facilities/items/here:hall",
                    Map.of("f", List.of("json"), "q", List.of("a b", "c&d")),
                    headers,
                    body.getBytes(StandardCharsets.UTF_8),
                    "http://127.0.0.1:8750"));
        }
    }

    private Request heard() {
        return Objects.requireNonNull(heard.get());
    }

    @Test
    void aRequestIsForwardedWithASignatureAndTheBaseOfLinks() {
        Response answer = ask(
                SIGNED,
                "GET",
                Map.of("If-None-Match", "\"t\"", "Cookie", "private", "Authorization", "other", "Origin", "http://x"),
                "");
        assertThat(heard().path()).isEqualTo("/v1/collections/facilities/items/here:hall");
        assertThat(heard().query()).isEqualTo(Map.of("f", List.of("json"), "q", List.of("a b", "c&d")));
        assertThat(heard().headers())
                .containsEntry("Heatwatch-Base", "http://127.0.0.1:8750")
                .containsEntry("If-None-Match", "\"t\"")
                .doesNotContainKeys("Cookie", "Origin");
        assertThat(heard().headers().get("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .contains("/us-west-2/execute-api/aws4_request");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("answer");
        assertThat(answer.headers()).containsKey("etag").doesNotContainKey("x-amzn-requestid");
    }

    @Test
    void anApiKeyIsSentIfTheApiNeedsOne() {
        ask(Access.key("k1"), "GET", Map.of(), "");
        assertThat(heard().headers()).containsEntry("X-Api-Key", "k1").doesNotContainKey("Authorization");
        ask(Access.open(), "POST", Map.of("Content-Type", "application/json"), "{}");
        assertThat(heard().headers()).doesNotContainKeys("X-Api-Key", "Authorization");
        assertThat(new String(heard().body(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }

    @Test
    void anUnreachableApiIsReported() {
        deployed.close();
        Response answer = ask(Access.open(), "GET", Map.of(), "");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("can't be reached");
    }
}
