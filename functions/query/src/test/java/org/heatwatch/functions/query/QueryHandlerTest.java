package org.heatwatch.functions.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.heatwatch.api.KnownSite;
import org.heatwatch.api.Sources;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.SelfTest;
import org.heatwatch.intake.ClipStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and responses in the form of API Gateway. */
final class QueryHandlerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HOST = "abc123.execute-api.us-west-2.amazonaws.com";

    private static final String CLIP = "/clips/LC08_116034_20130425.tif";

    private final Sources sources =
            new KnownSite("here", "Factory", 3).publish(12).sources();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final EventLog log = new EventLog(
            new PrintStream(lines, true, StandardCharsets.UTF_8), InstantSource.system(), () -> "heatwatch");
    private final QueryHandler handler = new QueryHandler(sources, log);

    private Sources withClips(ClipStore clips) {
        return new Sources(sources.ledger(), sources.outbox(), sources.histories(), sources.times(), clips);
    }

    private static ClipStore holding(byte[] clip, Optional<URI> link) {
        return new ClipStore() {
            @Override
            public void put(String key, byte[] bytes) {
                throw new UnsupportedOperationException(key);
            }

            @Override
            public Optional<byte[]> get(String key) {
                return Optional.of(clip);
            }

            @Override
            public Optional<URI> link(String key) {
                return link;
            }
        };
    }

    private List<JsonNode> logged() throws JsonProcessingException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : lines.toString(StandardCharsets.UTF_8).lines().toList()) {
            all.add(MAPPER.readTree(line));
        }
        return all;
    }

    /** A request with the path below the stage and the full path, like API Gateway. */
    private static APIGatewayProxyRequestEvent event(String method, String path, String host, String before) {
        return new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withResource(path.equals("/") ? "/" : "/{proxy+}")
                .withPath(path)
                .withPathParameters(path.equals("/") ? null : Map.of("proxy", path.substring(1)))
                .withHeaders(new HashMap<>(Map.of("Host", host, "X-Forwarded-Proto", "https")))
                .withRequestContext(new ProxyRequestContext().withStage("v1").withPath(before + path));
    }

    private APIGatewayProxyResponseEvent ask(String method, String path) {
        return handler.respond(event(method, path, HOST, "/v1"));
    }

    private static JsonNode json(APIGatewayProxyResponseEvent answer) throws JsonProcessingException {
        return MAPPER.readTree(answer.getBody());
    }

    @ParameterizedTest
    @CsvSource({
        "abc123.execute-api.us-west-2.amazonaws.com, /v1, https://abc123.execute-api.us-west-2.amazonaws.com/v1",
        "watch.example, '', https://watch.example",
        "watch.example, /heat, https://watch.example/heat",
    })
    void everyLinkLeadsSomewhereBelowWhereTheCallerSeesTheApi(String host, String before, String base)
            throws JsonProcessingException {
        for (String page : List.of("/", "/collections", "/collections/facilities", "/collections/scenes/items")) {
            JsonNode body = json(handler.respond(event("GET", page, host, before)));
            assertThat(body.path("links")).isNotEmpty();
            for (JsonNode link : body.path("links")) {
                String address = link.path("href").asText();
                if (!link.path("rel").asText().equals("license")) {
                    assertThat(address).startsWith(base + "/");
                    String path = address.substring(base.length()).split("\\?", -1)[0];
                    assertThat(handler.respond(event("GET", path, host, before)).getStatusCode())
                            .as(address)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void aProxyCanSetTheAddressOfTheApi() throws JsonProcessingException {
        APIGatewayProxyRequestEvent event = event("GET", "/collections", HOST, "/v1");
        event.getHeaders().put("heatwatch-base", "http://127.0.0.1:8750");
        assertThat(json(handler.respond(event)).at("/links/0/href").asText())
                .isEqualTo("http://127.0.0.1:8750/collections");
        event.getHeaders().put("heatwatch-base", "javascript:alert(1)//");
        assertThat(json(handler.respond(event)).at("/links/0/href").asText())
                .isEqualTo("https://" + HOST + "/v1/collections");
    }

    @Test
    void allParametersAreDecoded() throws JsonProcessingException {
        APIGatewayProxyRequestEvent event = event("GET", "/collections/facilities/items", HOST, "/v1")
                .withMultiValueQueryStringParameters(Map.of("facility", List.of("factory-1", "factory-2")));
        assertThat(json(handler.respond(event)).path("numberMatched").asInt()).isEqualTo(2);
    }

    @Test
    void imagesAreReturnedAsBase64() {
        APIGatewayProxyResponseEvent answer = ask("GET", "/heatmaps/LC08_116034_20130425.png");
        assertThat(answer.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.getBody())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void compressedTextIsReturnedAsBase64() throws IOException {
        APIGatewayProxyRequestEvent event = event("GET", "/collections/observations/items", HOST, "/v1");
        APIGatewayProxyResponseEvent plain = handler.respond(event);
        assertThat(plain.getIsBase64Encoded()).isFalse();
        event.getHeaders().put("Accept-Encoding", "gzip");
        APIGatewayProxyResponseEvent packed = handler.respond(event);
        assertThat(packed.getHeaders()).containsEntry("Content-Encoding", "gzip");
        byte[] bytes = Base64.getDecoder().decode(packed.getBody());
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(plain.getBody().getBytes(StandardCharsets.UTF_8));
        assertThat(packed.getBody().length())
                .as("the largest responses fit too")
                .isLessThan(6_000_000);
    }

    @Test
    void aPostedSearchIsReadAsTextAndAsBase64() throws JsonProcessingException {
        String question = "{\"collections\": [\"facilities\"]}";
        APIGatewayProxyRequestEvent event =
                event("POST", "/search", HOST, "/v1").withBody(question);
        assertThat(json(handler.respond(event)).path("numberMatched").asInt()).isEqualTo(3);
        event.withBody(Base64.getEncoder().encodeToString(question.getBytes(StandardCharsets.UTF_8)))
                .withIsBase64Encoded(true);
        assertThat(json(handler.respond(event)).path("numberMatched").asInt()).isEqualTo(3);
    }

    @Test
    void theDailyInvocationWithoutHostIsAnswered() {
        assertThat(handler.respond(new APIGatewayProxyRequestEvent()
                                .withHttpMethod("GET")
                                .withPath("/health"))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongMethodsAndMalformedPathsAreClientErrors() {
        assertThat(ask("POST", "/").getStatusCode()).isEqualTo(405);
        assertThat(ask("GET", "/%zz").getStatusCode()).isEqualTo(400);
        assertThat(ask("HEAD", "/").getBody()).isEmpty();
        assertThat(ask("GET", "/collections/facilities/items/here%3Afactory-1").getStatusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/" + "a".repeat(10_000)).getStatusCode()).isEqualTo(404);
    }

    @Test
    void eachRequestIsOneLineOfTheLog() throws JsonProcessingException {
        APIGatewayProxyRequestEvent event = event("GET", "/collections/facilities/items", HOST, "/v1");
        event.getRequestContext().setRequestId("of-the-gateway");

        handler.respond(event);
        ask("GET", "/nowhere");

        assertThat(logged()).hasSize(2);
        JsonNode line = logged().getFirst();
        assertThat(line.path("path").asText()).isEqualTo("/collections/facilities/items");
        assertThat(line.path("method").asText()).isEqualTo("GET");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("gatewayRequestId").asText()).isEqualTo("of-the-gateway");
        assertThat(line.path("milliseconds").isIntegralNumber()).isTrue();
        assertThat(logged().getLast().path("status").asInt()).isEqualTo(404);
    }

    @Test
    void primingReadsTheStoresOnceAndLogsNoFailure() {
        AtomicInteger reads = new AtomicInteger();
        new QueryHandler(
                        sources,
                        log,
                        Duration.ofSeconds(26),
                        () -> new SelfTest().with("table", () -> {
                            reads.incrementAndGet();
                            throw new IllegalStateException("the table is not there yet");
                        }))
                .prime();
        assertThat(reads).hasValue(1);
        assertThat(lines.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void primingThatFailsIsLoggedAndDoesNotEndTheStart() {
        Supplier<SelfTest> failing = () -> {
            throw new IllegalStateException("no settings");
        };
        new QueryHandler(sources, log, Duration.ofSeconds(26), failing).prime();
        assertThat(lines.toString(StandardCharsets.UTF_8)).contains("the priming failed");
    }

    @Test
    void theJsonOfApiGatewayIsAnsweredInItsForm() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream("""
                        {"resource": "/{proxy+}", "path": "/health", "httpMethod": "GET", "headers": {"Host": "api"},
                         "multiValueQueryStringParameters": null, "pathParameters": {"proxy": "health"},
                         "requestContext": {"requestId": "one", "path": "/v1/health", "requestTimeEpoch": 1762246800000,
                         "identity": {"sourceIp": "127.0.0.1"}}, "body": null, "isBase64Encoded": false}
                        """.getBytes(StandardCharsets.UTF_8)), output, null);
        JsonNode answer = new ObjectMapper().readTree(output.toByteArray());
        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("isBase64Encoded").isBoolean()).isTrue();
        assertThat(answer.path("headers").has("Content-Type")).isTrue();
        assertThat(answer.path("body").isTextual()).isTrue();
    }

    @Test
    void aRequestThatTakesTooLongIsAnsweredBeforeTheGatewayGivesUp() throws JsonProcessingException {
        CountDownLatch never = new CountDownLatch(1);
        ClipStore silent = new ClipStore() {
            @Override
            public void put(String key, byte[] bytes) {
                throw new UnsupportedOperationException(key);
            }

            @Override
            public Optional<byte[]> get(String key) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }
        };

        APIGatewayProxyResponseEvent answer = new QueryHandler(
                        withClips(silent), log, Duration.ofMillis(300), SelfTest::new)
                .respond(event("GET", CLIP, HOST, "/v1"));

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsKey("Retry-After");
        assertThat(json(answer).path("detail").asText()).contains("try again");
    }

    @Test
    void aClipThatLambdaCannotReturnIsRedirectedToItsBucket() {
        URI link = URI.create("https://clips.example/clip.tif?X-Amz-Signature=0");
        byte[] large = new byte[5_000_000];

        APIGatewayProxyResponseEvent answer = new QueryHandler(withClips(holding(large, Optional.of(link))), log)
                .respond(event("GET", CLIP, HOST, "/v1"));

        assertThat(answer.getStatusCode()).isEqualTo(307);
        assertThat(answer.getHeaders()).containsEntry("Location", link.toString());
        assertThat(answer.getBody()).isEmpty();
    }

    @Test
    void anythingElseThatLambdaCannotReturnIsAnErrorWithAdvice() throws JsonProcessingException {
        byte[] large = new byte[5_000_000];

        APIGatewayProxyResponseEvent answer = new QueryHandler(withClips(holding(large, Optional.empty())), log)
                .respond(event("GET", CLIP, HOST, "/v1"));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asText()).contains("larger than this server can send");
    }
}
